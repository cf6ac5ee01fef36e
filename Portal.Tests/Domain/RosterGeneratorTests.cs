using Portal.Casework.Rosters;
using Portal.Casework.Rulebooks;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Tests.Support;

namespace Portal.Tests.Domain;

/// <summary>What is measured by must be like what is measured for.</summary>
public sealed class RosterGeneratorTests : IDisposable
{
    private readonly RosterFolder _rosters = new();

    [Fact]
    public void A_made_roster_has_every_outcome_and_the_same_seed_makes_the_same()
    {
        var (rules, regions) = RulebookSource.Shipped();
        var screening = new RosterScreening(rules, regions, new DateOnly(2020, 11, 16));
        new RosterGenerator(3).Write(_rosters.At("one.csv"), 5_000);
        new RosterGenerator(3).Write(_rosters.At("same.csv"), 5_000);

        using var roster = RosterReader.Open(_rosters.At("one.csv"));
        var ended = roster.Rows().Select(screening.Screen).CountBy(row => row.Outcome).ToDictionary();

        Assert.Equal(5_000, ended.Values.Sum());
        Assert.InRange(ended[RowOutcome.Automatic], 2_500, 4_000);
        Assert.InRange(ended[RowOutcome.Eligible], 700, 2_000);
        Assert.InRange(ended[RowOutcome.Ineligible], 200, 1_200);
        Assert.InRange(ended[RowOutcome.Incomplete], 1, 100);
        Assert.InRange(ended[RowOutcome.Rejected], 1, 200);
        Assert.Equal(File.ReadAllBytes(_rosters.At("one.csv")), File.ReadAllBytes(_rosters.At("same.csv")));
    }

    [Fact]
    public void A_code_s_number_leads_back_to_the_code_and_keeps_the_order_of_the_texts()
    {
        var codes = new RosterGenerator(5).Rows(500).Select(row => row[0]).Where(text => CreditCode.TryParse(text, out _) == IdentifierFault.None)
            .Select(text => { CreditCode.TryParse(text, out var code); return code; }).ToArray();

        Assert.All(codes, code => Assert.Equal(code.Value, CreditCode.TextOf(code.Number)));
        Assert.Equal(codes.Select(code => code.Value).Order(StringComparer.Ordinal), codes.OrderBy(code => code.Number).Select(code => code.Value));
    }

    public void Dispose() => _rosters.Dispose();
}
