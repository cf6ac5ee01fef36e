using Portal.Casework.Rosters;
using Portal.Casework.Rulebooks;
using Portal.Domain.Batches;
using Portal.Domain.Screening;
using Portal.Features.Citizen.Apply.People;
using Portal.Features.Finance.BankReports;
using Portal.Tables;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Tables;

/// <summary>Files as bureaus, firms and banks send them; each stands for a kind of oddness.</summary>
public sealed class OddInputTests
{
    [Theory]
    [InlineData("r10-header-newline.csv", 3)]
    [InlineData("r15-leading-quoted-word.csv", 3)]
    [InlineData("r19-pandas-floats.csv", 3)]
    [InlineData("r20-zero-width.csv", 3)]
    [InlineData("r22-excel-text-formula.csv", 3)]
    [InlineData("r39-bidi-softhyphen.csv", 3)]
    [InlineData("x05-strict.xlsx", 3)]
    [InlineData("x12-title-merged.xlsx", 3)]
    [InlineData("x13-hidden-row.xlsx", 3)]
    [InlineData("r11-utf8-cut-char.csv", 3)]
    public void A_roster_is_read_whole_for_all_its_oddness(string file, int automatic)
    {
        var rows = Screen(file, out _);

        Assert.Equal(automatic, rows.Count(row => row.Screened.Outcome == RowOutcome.Automatic));
        Assert.Equal(automatic, rows.Count);
        Assert.All(rows, row => Assert.StartsWith("1000", row.Screened.Amount!.Value.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_spreadsheets_could_not_work_out_is_unreadable_and_no_blank()
    {
        var rows = Screen("x08-errors.xlsx", out _);

        Assert.Equal((RowOutcome.Rejected, "“上年末参保人数”不是整数"), (rows[0].Screened.Outcome, rows[0].Screened.Reason));
        Assert.Equal((RowOutcome.Rejected, "“统一社会信用代码”应为18位数字或大写字母"), (rows[1].Screened.Outcome, rows[1].Screened.Reason));
        Assert.Equal((RowOutcome.Rejected, "“上年度实缴失业保险费”不是金额（最多两位小数）"), (rows[2].Screened.Outcome, rows[2].Screened.Reason));
    }

    [Fact]
    public void A_name_with_quotes_in_it_is_read_as_it_is_written() => Assert.Equal("\"大连\"阳光有限公司", Screen("r15-leading-quoted-word.csv", out _)[0].Row.Name);

    [Fact]
    public void Hidden_rows_are_told()
    {
        Screen("x13-hidden-row.xlsx", out var told);

        Assert.Equal("表格里有 1 行是隐藏的，也一起读取了。", told);
    }

    [Fact]
    public void A_web_page_that_passes_for_a_workbook_is_told_with_how_to_save_it()
    {
        var refused = Assert.Throws<TableUnreadableException>(() => Screen("r24-html.xls", out _));

        Assert.Contains("另存为", refused.Message, StringComparison.Ordinal);
        Assert.Throws<BankReportUnreadableException>(() => Bank("r24-html.xls").ToList());
    }

    [Fact]
    public void A_formula_in_place_of_a_code_is_refused_and_runs_in_no_export()
    {
        var rows = Screen("r40-rare-name-formula.csv", out _);
        using var target = new StringWriter();
        foreach (var (_, row) in rows) ResultCsv.Write(target, row.Number, row.CreditCode, row.Outcome, row.Amount, row.Reason);

        Assert.Equal([RowOutcome.Automatic, RowOutcome.Automatic, RowOutcome.Rejected], rows.Select(row => row.Screened.Outcome));
        Assert.Contains(",\"'=HYPERLINK(", target.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p02-header-newline.xlsx", 2)]
    [InlineData("p05-hidden-first.xlsx", 1)]
    [InlineData("p11-zero-width.xlsx", 2)]
    [InlineData("p13-seqcol.xlsx", 2)]
    [InlineData("p24-areas.xlsx", 8)]
    public void A_list_of_hires_comes_in_without_a_fault(string file, int people)
    {
        var form = SheetScene.Form();

        var imported = Assert.IsType<ImportResult.Imported>(new ImportPeople().Handle(form, Open(file)));

        Assert.Equal((people, 0), (imported.Added, imported.Faults.Count));
    }

    [Theory]
    [InlineData("a06-footer.csv", 1)]
    [InlineData("a07-header-newline.csv", 1)]
    [InlineData("a10-date-style1.xlsx", 1)]
    public void A_bank_report_is_read_without_its_totals_and_with_its_days(string file, int lines)
    {
        var read = Bank(file).Cast<PaymentStatusReport.OfLine>().ToList();

        Assert.Equal(lines, read.Count);
        Assert.All(read, line => Assert.Equal("LN20201116000000000001-1", line.EndToEndId));
        if (file.StartsWith("a10", StringComparison.Ordinal)) Assert.Equal((BankVerdict.Paid, new DateOnly(2020, 11, 24)), (read[0].Verdict, read[0].Day!.Value));
    }

    private static IReadOnlyList<(RosterRow Row, ScreenedRow Screened)> Screen(string file, out string told)
    {
        var (rules, regions) = RulebookSource.Shipped();
        var screening = new RosterScreening(rules, regions, new DateOnly(2020, 11, 16));
        using var roster = RosterReader.Open(PortalFactory.TestData($"inputs/{file}"));
        var rows = roster.Rows().Select(row => (row, screening.Screen(row))).ToList();
        told = roster.Told;
        return rows;
    }

    private static IEnumerable<PaymentStatusReport> Bank(string file) => BankReportFile.Read(Open(file));

    private static FileStream Open(string file) => File.OpenRead(PortalFactory.TestData($"inputs/{file}"));
}
