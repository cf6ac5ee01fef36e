using System.Text;
using Portal.Casework.Rulebooks;
using Portal.Domain.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Domain;

public sealed class RosterScreeningTests
{
    [Theory]
    [InlineData("roster-3000.csv", 65001)]
    [InlineData("roster-500-gb18030.csv", 54936)]
    public void The_sample_rosters_match_row_for_row(string file, int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (rules, regions) = RulebookSource.Shipped();
        var screening = new RosterScreening(rules, regions, new DateOnly(2020, 11, 16));
        using var csv = Sylvan.Data.Csv.CsvDataReader.Create(
            new StreamReader(PortalFactory.TestData(file), Encoding.GetEncoding(codePage)));
        var result = new StringBuilder("row,uscc,outcome,amount\n");
        string Cell(string column) => csv.GetString(csv.GetOrdinal(column));
        for (var number = 1; csv.Read(); number++)
        {
            var row = screening.Screen(new RosterRow(number, Cell(RosterColumns.CreditCode), "", Cell(RosterColumns.Region), Cell(RosterColumns.Size),
                Cell(RosterColumns.InsuredYearBeforeLast), Cell(RosterColumns.InsuredLastYear), Cell(RosterColumns.NotLayoffs),
                Cell(RosterColumns.MonthsPaid), Cell(RosterColumns.PremiumsPaid), Cell(RosterColumns.Dishonest), Cell(RosterColumns.Zombie), "", "", ""));
            result.Append(row.Number).Append(',').Append(row.CreditCode).Append(',').Append(row.Outcome.ToString().ToLowerInvariant())
                .Append(',').Append(row.Amount?.ToString()).Append('\n');
        }

        Assert.Equal(File.ReadAllText(PortalFactory.TestData(file + ".expected.csv")), result.ToString());
    }
}
