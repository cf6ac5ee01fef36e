using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Architecture;

/// <summary>What the source must not say anywhere; the arrows between layers and slices are held by <see cref="LayerTests"/>.</summary>
public sealed partial class HouseTests
{
    private static readonly Assembly Domain = typeof(Measure).Assembly;
    private static readonly string Root = FindRoot();
    private static readonly string[] Codes = [.. new MeasureCatalog().All.Select(measure => measure.Code)];

    [Fact]
    public void The_domain_stands_on_the_base_class_library_alone() =>
        Assert.All(Domain.GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name + ".", StringComparison.Ordinal));

    [Fact]
    public void The_domain_reads_no_clock_no_file_and_no_machine() =>
        Assert.DoesNotContain(Lines("Portal.Domain"), line => Machine().IsMatch(line.Text));

    [Fact]
    public void Only_the_business_clock_reads_a_clock() =>
        Assert.DoesNotContain(Lines("Portal"), line => Clock().IsMatch(line.Text)
            && Path.GetFileName(line.File) is not ("BusinessClock.cs" or "Hosting.cs"));

    [Fact]
    public void The_portal_names_no_measure_by_its_code() =>
        Assert.DoesNotContain(
            Lines("Portal").Where(line => !line.File.Contains("/Demo/", StringComparison.Ordinal)),
            line => Codes.Any(code => Regex.IsMatch(line.Text, $@"[""/]{code}[""/?#]")));

    private static IEnumerable<(string File, string Text)> Lines(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        where (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)) && !Built().IsMatch(file)
        from line in File.ReadLines(file)
        select (file.Replace('\\', '/'), line);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Portal.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?(Now|Today)|TimeProvider|Environment\.|\bFile\.|\bDirectory\.|HttpClient|Random\.")]
    private static partial Regex Machine();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?(Now|Today)|TimeProvider\.System")]
    private static partial Regex Clock();

    [GeneratedRegex(@"[\\/](bin|obj|Migrations)[\\/]")]
    private static partial Regex Built();
}
