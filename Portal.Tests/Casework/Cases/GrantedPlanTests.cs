using System.Globalization;
using CsCheck;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Rulebooks;
using Portal.Data.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Casework.Cases;

/// <summary>Money never appears or disappears between what was granted and what is paid.</summary>
public sealed class GrantedPlanTests
{
    private static readonly HiringGrant Measure = new();
    private static readonly Rulebook Rules = RulebookSource.Shipped().Rules;
    private static readonly DateOnly Day = new(2020, 11, 16);

    [Fact]
    public void The_instalments_make_the_entitlement_whatever_the_numbers() =>
        Gen.Select(Gen.Int[1, 5_000], Gen.Long[0, 1_000_000], Gen.Int[0, 100], Gen.Bool).Sample((hires, fen, percent, relief) =>
        {
            var record = Granted(hires, new Money(fen), percent, relief);

            record.Instalments.AddRange(GrantedPlan.For(record, Day));

            PlanSteps.EnsureWhole(record);
            Assert.All(record.Instalments, part => Assert.True(part.Amount > Money.Zero));
            Assert.Equal(Enumerable.Range(1, record.Instalments.Count), record.Instalments.Select(part => part.Sequence));
            if (relief)
                Assert.All(record.Instalments.Where(part => part.Trigger == Trigger.Approval), advance => Assert.True(advance.Amount * 2 <= record.Entitlement));
        });

    [Fact]
    public void A_plan_that_does_not_make_the_entitlement_is_never_used()
    {
        var record = Granted(3, Money.Yuan(1000), 50, relief: true);
        record.Entitlement = Money.Yuan(2999);

        Assert.Throws<InvalidOperationException>(() => GrantedPlan.For(record, Day));
    }

    [Fact]
    public void A_plan_that_lost_an_instalment_is_never_paid_from()
    {
        var record = Granted(3, Money.Yuan(1000), 50, relief: true);
        record.Instalments.AddRange(GrantedPlan.For(record, Day).Take(1));

        Assert.Throws<InvalidOperationException>(() => PlanSteps.EnsureWhole(record));
    }

    private static Case Granted(int hires, Money each, int percent, bool relief)
    {
        var facts = FactSet.Empty(Measure.Facts).With(HiringGrant.HireCategory, HiringGrant.Graduate).With(HiringGrant.ContractMonths, 12)
            .With(HiringGrant.SocialInsurancePaid, true).With(HiringGrant.Hires, hires).With(HiringGrant.PremiumReliefPeriod, relief);
        var assessment = Measure.Assess(facts, Measure.TermsFor(Rules, "210302", Day, new Dictionary<string, string>
        {
            [HiringGrant.AmountPerPerson.Key] = each.ToString(),
            [HiringGrant.PrepayShare.Key] = $"{percent.ToString(CultureInfo.InvariantCulture)}/100",
        }));
        return new Case
        {
            No = "LN202011160000018",
            MeasureCode = Measure.Code,
            ApplicantName = "样例企业",
            RegionCode = "210302",
            FactsJson = CaseJson.Write(facts),
            AssessmentJson = CaseJson.Write(assessment),
            Entitlement = assessment.Amount,
            PromisedOn = Day,
        };
    }
}
