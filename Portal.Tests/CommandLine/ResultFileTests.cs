using Portal.Casework.Rosters;
using Portal.CommandLine;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Tests.CommandLine;

public sealed class ResultFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-result-").FullName;

    [Fact]
    public void Rows_told_again_from_the_first_stand_there_once()
    {
        var path = Path.Combine(_folder, "result.csv");
        using (var result = new ResultFile(path))
        {
            for (var number = 1; number <= 3; number++) result.Add(Row(number));
            for (var number = 1; number <= 2; number++) result.Add(Row(number));
            result.Keep();
            Assert.Equal((2, Money.Yuan(2)), (result.Totals.Rows, result.Totals.Amount(RowOutcome.Automatic)));
        }

        Assert.Equal(ResultCsv.Header + "1,A,automatic,1.00,\n2,A,automatic,1.00,\n", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_roster_without_rows_leaves_the_heading_alone()
    {
        var path = Path.Combine(_folder, "result.csv");
        using (var result = new ResultFile(path)) result.Keep();

        Assert.Equal(ResultCsv.Header, File.ReadAllText(path));
    }

    [Fact]
    public void What_is_not_kept_leaves_nothing()
    {
        using (var result = new ResultFile(Path.Combine(_folder, "result.csv"))) result.Add(Row(1));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ScreenedRow Row(int number) => new(number, "A", RowOutcome.Automatic, Money.Yuan(1), "");
}
