using CsCheck;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>What would change an answer: told exactly, and true when tried.</summary>
public sealed class RemedyTests
{
    private static readonly HiringGrant Grant = new();
    private static readonly FlexibleSocialInsurance Flexible = new();

    [Fact]
    public void A_contract_too_short_is_mended_by_the_shortest_that_will_do() =>
        Assert.Equal(["“劳动合同期限”达到12个月"], Told(Grant, ("hireCategory", "graduate"), ("contractMonths", "6")));

    [Fact]
    public void Everything_that_is_unmet_is_told() =>
        Assert.Equal(["“劳动合同期限”达到12个月", "“是否已为其缴纳社会保险费”为“是”"],
            Told(Grant, ("hireCategory", "graduate"), ("contractMonths", "6"), ("socialInsurancePaid", "false")));

    [Fact]
    public void Choices_each_of_which_would_do_are_told_together() =>
        Assert.Equal(["“新招用人员类别”是登记失业人员或高校毕业生"], Told(Grant, ("hireCategory", "other")));

    [Fact]
    public void The_way_already_begun_is_told() =>
        Assert.Equal(["“登记失业月数”达到6个月"], Told(Grant, ("hireCategory", "registered-unemployed"), ("unemployedMonths", "3")));

    [Fact]
    public void A_graduate_whose_term_is_used_up_would_need_another_standing() =>
        Assert.Equal(["“您的身份”是就业困难人员"], Told(Flexible, ("personCategory", "graduate"), ("leftSchoolOn", "2015-07-01"), ("monthsAlreadyPaid", "30")));

    [Fact]
    public void A_run_of_months_that_ends_too_early_may_start_later() =>
        Assert.Equal(["“申请的第一个月”不早于2020年11月"], Told(new PostSubsidy(), ("firstMonth", "2020-01"), ("months", "3")));

    [Fact]
    public void A_year_is_written_without_a_comma() =>
        Assert.Equal(["“申请缓缴哪一年的保险费”是2020年"], Told(new PensionDeferral(), ("contributionYear", "2021")));

    [Fact]
    public void Nothing_is_told_while_nothing_is_unmet() => Assert.Empty(Told(Grant, ("hireCategory", "graduate")));

    [Fact]
    public void Nothing_the_person_could_change_helps_where_the_measure_is_not_offered() =>
        Assert.Empty(Grant.Remedies(Facts(Grant, ("hireCategory", "other")), Grant.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 10, 1))));

    [Fact]
    public void Whoever_does_as_told_is_no_longer_refused() => Situation.Any.Sample(situation =>
    {
        var (measure, facts, terms) = (situation.Measure, situation.Facts, situation.Terms);
        var remedies = measure.Remedies(facts, terms);
        var refused = measure.DecideAhead(facts, terms).Outcome == Outcome.Ineligible;
        if (!refused) Assert.Empty(remedies);
        if (refused && terms.IsOffered) Assert.NotEmpty(remedies);
        foreach (var choice in remedies.SelectMany(remedy => remedy.Values.Select(value => (remedy.Fact, value))))
        {
            var mended = facts;
            foreach (var remedy in remedies)
                Assert.True(mended.TryWith(remedy.Fact, remedy.Fact == choice.Fact ? choice.value : remedy.Values[0], out mended));
            Assert.NotEqual(Outcome.Ineligible, measure.DecideAhead(mended, terms).Outcome);
        }
    });

    [Fact]
    public void Each_told_change_is_needed() => Situation.Any.Sample(situation =>
    {
        var (measure, facts, terms) = (situation.Measure, situation.Facts, situation.Terms);
        var remedies = measure.Remedies(facts, terms);
        foreach (var left in remedies)
        {
            var mended = facts;
            foreach (var remedy in remedies.Where(remedy => remedy != left)) mended.TryWith(remedy.Fact, remedy.Values[0], out mended);
            Assert.Equal(Outcome.Ineligible, measure.DecideAhead(mended, terms).Outcome);
        }
    });

    private static IEnumerable<string> Told(Measure measure, params (string Name, string Text)[] facts) =>
        measure.Remedies(Facts(measure, facts), measure.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 11, 16))).Select(remedy => remedy.ToChinese());

    private static FactSet Facts(Measure measure, params (string Name, string Text)[] facts) =>
        FactSet.FromTexts(measure.Facts, facts.ToDictionary(fact => fact.Name, fact => fact.Text));
}
