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
    private static readonly Regex NamesAMeasure = new($@"[""/](?:{string.Join('|', new MeasureCatalog().All.Select(measure => measure.Code))})[""/?#]", RegexOptions.Compiled);

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
            line => NamesAMeasure.IsMatch(line.Text));

    /// <summary>A file of fields that is composed by hand forgets the guard against formulas; the one that may writes its numbers itself.</summary>
    [Fact]
    public void Only_one_place_puts_fields_of_a_file_side_by_side() =>
        Assert.Equal([], Lines("Portal").Where(line => Fields().IsMatch(line.Text)
            && Path.GetFileName(line.File) is not ("CsvField.cs" or "ResultCsv.cs" or "WorkbookWriter.cs")));

    /// <summary>Right behind a Chinese character Razor takes an expression for an address of mail and shows it as it is written.</summary>
    [Fact]
    public void No_expression_stands_right_behind_a_Chinese_character() =>
        Assert.Equal([], Lines("Portal").Where(line => line.File.EndsWith(".razor", StringComparison.Ordinal) && Swallowed().IsMatch(line.Text)));

    /// <summary>The framework takes every number for a value of every enumeration: <c>?state=-1</c> broke the list of payments.</summary>
    [Fact]
    public void Only_one_place_reads_words_of_an_enumeration() =>
        Assert.Equal([], Lines("Portal").Where(line => line.Text.Contains("Enum.TryParse", StringComparison.Ordinal) && Path.GetFileName(line.File) != "EnumText.cs"));

    /// <summary>The rules of <c>SecurityHeaders</c> would keep it from working.</summary>
    [Fact]
    public void Nothing_runs_or_styles_from_within_a_page() =>
        Assert.Equal([], Lines("Portal").Where(line => line.File.EndsWith(".razor", StringComparison.Ordinal) && Inline().IsMatch(line.Text)));

    /// <summary>A folder that is moved takes its script along; the address in the page does not follow by itself, and nothing else says so.</summary>
    [Fact]
    public void Every_script_that_a_page_asks_for_is_there()
    {
        var asked = Lines("Portal").SelectMany(line => Script().Matches(line.Text)).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(asked);
        Assert.All(asked, path => Assert.True(File.Exists(Path.Combine(Root, "Portal", path)), path));
    }

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

    [GeneratedRegex(@"Write(Line)?(Async)?\((','|\$""[^""]*\},\{)|Join\((','|"","")|\+ "","" \+")]
    private static partial Regex Fields();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}@[A-Za-z]")]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"<style\b|<script(?![^>]*\bsrc=)|\sstyle=""|\son[a-z]+=""|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex(@"Assets\[""([^""]+\.razor\.js)""\]")]
    private static partial Regex Script();

    [GeneratedRegex(@"[\\/](bin|obj|Migrations)[\\/]")]
    private static partial Regex Built();
}
