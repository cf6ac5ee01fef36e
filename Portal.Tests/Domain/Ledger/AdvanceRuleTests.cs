using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain.Ledger;

/// <summary>What is advanced of a raised total, before what it is advanced for has come to pass (R6).</summary>
public sealed class AdvanceRuleTests
{
    private static readonly HiringGrant Grant = new();

    [Fact]
    public void Half_of_what_comes_on_top_waits_until_contributions_resume()
    {
        var change = Raised([]);

        Assert.Equal([(Trigger.TopUp, Money.Yuan(500)), (Trigger.ContributionsResume, Money.Yuan(500))], change.Added.Select(part => (part.Trigger, part.Amount)));
    }

    [Fact]
    public void Once_contributions_have_resumed_all_of_it_is_paid_at_once() =>
        Assert.Equal([(Trigger.TopUp, Money.Yuan(1000))], Raised([Trigger.ContributionsResume]).Added.Select(part => (part.Trigger, part.Amount)));

    [Fact]
    public void What_is_held_back_and_what_is_paid_at_once_make_what_comes_on_top() => Assert.Equal(Money.Yuan(1000), Raised([]).TopUp);

    /// <summary>A grant of 2,000 yuan, half of it advanced and paid, that comes out at 3,000.</summary>
    private static PlanChange Raised(HashSet<string> released)
    {
        PlanPart[] parts =
        [
            new(1, Trigger.Approval, Money.Yuan(1000), InstalmentState.Paid, Money.Zero, Money.Zero),
            new(2, Trigger.ContributionsResume, Money.Yuan(1000), InstalmentState.Waiting, Money.Zero, Money.Zero),
        ];
        var total = Money.Yuan(3000);
        return AdvanceRule.Hold(PlanChange.Of(parts, total), parts, Assess(3), total, released);
    }

    private static Assessment Assess(int hires) => Grant.Assess(
        FactSet.Empty(Grant.Facts).With(HiringGrant.HireCategory, HiringGrant.Graduate).With(HiringGrant.ContractMonths, 12)
            .With(HiringGrant.SocialInsurancePaid, true).With(HiringGrant.Hires, hires).With(HiringGrant.PremiumReliefPeriod, true),
        Grant.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 11, 16), new Dictionary<string, string>
        {
            [HiringGrant.AmountPerPerson.Key] = "1000",
            [HiringGrant.PrepayShare.Key] = "1/2",
        }));
}
