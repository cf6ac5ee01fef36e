using System.IO.Compression;
using System.Text;
using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Apply.People;
using Portal.Tables;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>Spreadsheets of people, and forms to take them into.</summary>
internal static class SheetScene
{
    public const string Header = "姓名,身份证号码,新招用人员类别,登记失业月数（个月）,劳动合同期限（个月）,是否已为其缴纳社会保险费";
    public static readonly DateOnly Today = new(2020, 11, 16);
    private static readonly (Rulebook Rules, RegionDirectory Regions) Shipped = RulebookSource.Shipped();

    /// <summary>An eligible line of a hiring grant.</summary>
    public static string Graduate(int number, string? id = null) => $"员工{number},{id ?? Id(number)},高校毕业生,,12,是";

    /// <summary>Valid numbers that were never given to anybody: sequence 000 is not issued.</summary>
    public static string Id(int number)
    {
        var first = $"210102{new DateOnly(1990, 1, 1).AddDays(number):yyyyMMdd}000";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return first + "10X98765432"[first.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum() % 11];
    }

    public static MeasureReading Form(string measure = "hiring-grant", params PersonEntry[] people) => Read(new MeasureAnswers { Code = measure, People = [.. people] });

    /// <summary>The same form read again, after something was changed in it.</summary>
    public static MeasureReading Read(MeasureAnswers typed)
    {
        var rules = new FormRules([new MeasureCatalog().Find(typed.Code)!], Shipped.Rules, Shipped.Regions, Today);
        return FormReader.Read(ApplyScene.ForFirm(typed), rules, hasFirmAccount: true).Measures[0];
    }

    public static MemoryStream Csv(params string[] lines) => new(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    /// <summary>A workbook of texts.</summary>
    public static MemoryStream Book(params string[] lines) => new(WorkbookWriter.Write(new Sheet("人员", [.. lines.Select(line => line.Split(','))])));

    /// <summary>A workbook with its first sheet's XML changed.</summary>
    public static MemoryStream Changed(MemoryStream book, Func<string, string> change)
    {
        var changed = new MemoryStream();
        book.CopyTo(changed);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open())) xml = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(change(xml));
        }

        changed.Position = 0;
        return changed;
    }

    public static ImportResult.Imported Imported(MeasureReading form, Stream file)
    {
        var result = new ImportPeople().Handle(form, file);
        if (result is ImportResult.Refused refused) Assert.Fail(refused.Message);
        return Assert.IsType<ImportResult.Imported>(result);
    }

    public static string Refused(MeasureReading form, Stream file) => Assert.IsType<ImportResult.Refused>(new ImportPeople().Handle(form, file)).Message;
}
