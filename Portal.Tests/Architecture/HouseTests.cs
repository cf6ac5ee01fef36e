using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Architecture;

/// <summary>The arrows of the house: Portal → Portal.Domain → base class library, and no slice into another.</summary>
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
    public void Slices_never_reach_into_each_other()
    {
        var features = Directory.GetDirectories(Path.Combine(Root, "Portal", "Features")).Select(folder => Path.GetFileName(folder)!).ToArray();
        var trespasses =
            from feature in features
            from line in Lines(Path.Combine("Portal", "Features", feature))
            from other in features
            where other != feature && Regex.IsMatch(line.Text, $@"\bFeatures\.{other}\b")
            select line;
        // The demo is no slice of the product: it is asked whether it is on.
        Assert.DoesNotContain(trespasses, line => !line.Text.Contains("Features.Demo", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_features_and_composition_know_features() =>
        Assert.DoesNotContain(Lines("Portal"), line => line.Text.Contains("Portal.Features", StringComparison.Ordinal)
            && !line.File.Contains("/Features/", StringComparison.Ordinal)
            && !line.File.Contains("/CommandLine/", StringComparison.Ordinal)
            && Path.GetFileName(line.File) is not ("Program.cs" or "Hosting.cs" or "Routes.razor" or "_Imports.razor"));

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
