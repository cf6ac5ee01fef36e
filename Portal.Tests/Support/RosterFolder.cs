using System.Globalization;
using System.Text;
using MiniExcelLibs;
using Portal.Domain.Screening;
using Portal.Tests.Support.Hosts;
using Sylvan.Data.Csv;

namespace Portal.Tests.Support;

/// <summary>Rosters for tests, in a temporary folder that goes with the test.</summary>
public sealed class RosterFolder : IDisposable
{
    public const string Sample = "roster-3000.csv";

    /// <summary>The firm of the demo's HR, paid without applying.</summary>
    public const string DemoFirmRow = "912112238DHXT2N823,样例12企业0000003有限公司,211223,微型,2,2,0,12,432.54,否,否,样例12企业0000003有限公司,中国样例银行,62000000000000003";

    /// <summary>As <see cref="DemoFirmRow"/>, with an account that is not in the firm's own name: the firm is asked.</summary>
    public const string DemoFirmAskedRow = "912112238DHXT2N823,样例12企业0000003有限公司,211223,微型,2,2,0,12,432.54,否,否,样例12企业开原分公司,中国样例银行,62000000000000003";

    public const string OtherFirmAskedRow = "91211322CD2JL6QM25,样例13企业0000004有限公司,211322,微型,2,2,0,12,900.65,否,否,样例13企业建平分公司,中国样例银行,62000000000000004";

    public const string OtherFirmRow = "91211322CD2JL6QM25,样例13企业0000004有限公司,211322,微型,2,2,0,12,900.65,否,否,样例13企业0000004有限公司,中国样例银行,62000000000000004";

    public static readonly string Header = string.Join(',',
        RosterColumns.CreditCode, RosterColumns.Name, RosterColumns.Region, RosterColumns.Size, RosterColumns.InsuredYearBeforeLast,
        RosterColumns.InsuredLastYear, RosterColumns.NotLayoffs, RosterColumns.MonthsPaid, RosterColumns.PremiumsPaid,
        RosterColumns.Dishonest, RosterColumns.Zombie, RosterColumns.AccountHolder, RosterColumns.Bank, RosterColumns.Account);

    public string Folder { get; } = TestFolders.Create();

    public string At(string name) => Path.Combine(Folder, name);

    public string Write(params string[] lines) => Write(new UTF8Encoding(false), lines);

    public string Write(Encoding encoding, params string[] lines)
    {
        var path = At($"{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, string.Join("\r\n", lines) + "\r\n", encoding);
        return path;
    }

    /// <summary>The sample as a workbook, numbers as numbers where Excel would make them so.</summary>
    public string SampleWorkbook()
    {
        using var csv = CsvDataReader.Create(PortalFactory.TestData(Sample));
        var rows = new List<Dictionary<string, object>>();
        while (csv.Read())
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, i => AsExcel(csv.GetString(i))));
        var path = At("名册.csv");
        MiniExcel.SaveAs(path, rows, excelType: ExcelType.XLSX);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static object AsExcel(string cell) =>
        cell.Length < 15 && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == cell ? number : cell;
}
