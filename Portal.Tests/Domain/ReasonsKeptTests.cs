using CsCheck;
using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>Reasons are composed once for each ground, which is sound only as long as the same ground gives the same reasons.</summary>
public sealed class ReasonsKeptTests
{
    private static readonly StabilizationRefund Refund = new();
    private static readonly Terms Dalian = Refund.TermsFor(RulebookSource.Shipped().Rules, "210202", new DateOnly(2020, 11, 16));

    private static readonly Gen<FactSet> Firms =
        from staff in Gen.Int[0, 60].Nullable()
        from months in Gen.Int[8, 12].Nullable()
        from rate in Gen.Int[0, 30].Nullable()
        from premiums in Gen.Long[0, 100_000].Nullable()
        from size in Gen.OneOf(StabilizationRefund.Micro, StabilizationRefund.Large, null)
        from dishonest in Gen.Bool.Nullable()
        from zombie in Gen.Bool.Nullable()
        select Sheet(staff, months, rate, premiums, size, dishonest, zombie);

    [Fact]
    public void The_same_grounds_are_told_in_the_same_words() => Firms.Array[50].Sample(firms =>
    {
        foreach (var alike in firms.GroupBy(firm => (Refund.Decide(firm, Dalian).Outcome, Refund.Grounds(firm, Dalian))).Where(alike => alike.Key.Outcome != Outcome.Eligible))
            Assert.Single(alike.Select(firm => Refund.Assess(firm, Dalian)).Select(told => string.Join('|', [.. told.Unmet.Select(unmet => unmet.Text), .. told.Missing])).Distinct());
    });

    [Fact]
    public void A_sheet_holds_what_was_put_one_by_one() =>
        Gen.Select(Gen.Int[0, 60].Nullable(), Gen.Bool.Nullable()).Sample((staff, dishonest) =>
        {
            var one = Sheet(staff, 12, 5, 100, StabilizationRefund.Micro, dishonest, false);
            var byOne = FactSet.Empty(Refund.Facts).With(StabilizationRefund.InsuredHeadcount, staff).With(StabilizationRefund.PremiumMonthsPaid, 12)
                .With(StabilizationRefund.LayoffRate, Rate.Of(5, 100)).With(StabilizationRefund.PremiumsPaidLastYear, new Money(100))
                .With(StabilizationRefund.EnterpriseSize, StabilizationRefund.Micro).With(StabilizationRefund.SeriousDishonesty, dishonest).With(StabilizationRefund.ZombieEnterprise, false);
            Assert.Equal(byOne.ToTexts(), one.ToTexts());
        });

    private static FactSet Sheet(int? staff, int? months, int? rate, long? premiums, string? size, bool? dishonest, bool? zombie)
    {
        var sheet = new FactSheet(Refund.Facts);
        sheet.Put(StabilizationRefund.InsuredHeadcount, staff);
        sheet.Put(StabilizationRefund.PremiumMonthsPaid, months);
        sheet.Put(StabilizationRefund.LayoffRate, rate is { } percent ? Rate.Of(percent, 100) : null);
        sheet.Put(StabilizationRefund.PremiumsPaidLastYear, premiums is { } fen ? new Money(fen) : null);
        sheet.Put(StabilizationRefund.EnterpriseSize, size);
        sheet.Put(StabilizationRefund.SeriousDishonesty, dishonest);
        sheet.Put(StabilizationRefund.ZombieEnterprise, zombie);
        return sheet.ToSet();
    }
}
