using System.IO.Compression;
using Portal.Tables;

namespace Portal.Tests.Tables;

public sealed class CsvFieldTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-甲公司", "'-甲公司")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"x\"),甲", "\"'=HYPERLINK(\"\"x\"\"),甲\"")]
    public void What_would_run_as_a_formula_is_shown(string text, string written) => Assert.Equal(written + ",甲\n", Line(text, "甲"));

    [Theory]
    [InlineData("-12.50")]
    [InlineData("+8613000000001")]
    [InlineData("432.54")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("样例=企业")]
    public void Numbers_and_plain_words_stay_as_they_are(string text) => Assert.Equal(text + "\n", Line(text));

    /// <summary>A workbook says of each cell that it is text, so that nothing has to be put before it.</summary>
    [Fact]
    public void A_workbook_holds_text_and_no_formula()
    {
        using var zip = new ZipArchive(new MemoryStream(WorkbookWriter.Write(new Sheet("人员", [["姓名"], ["=1+1"]]))));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = sheet.ReadToEnd();

        Assert.Contains("t=\"inlineStr\" s=\"1\"><is><t>=1+1</t>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", text, StringComparison.Ordinal);
    }

    private static string Line(params string[] fields)
    {
        var text = new StringWriter { NewLine = "\n" };
        CsvField.WriteLine(text, fields);
        return text.ToString();
    }
}
