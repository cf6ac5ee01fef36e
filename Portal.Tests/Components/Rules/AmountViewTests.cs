using Bunit;
using Portal.Casework.Rulebooks;
using Portal.Components.Rules;
using Portal.Data.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Components.Rules;

public sealed class AmountViewTests : BunitContext
{
    [Fact]
    public void Several_instalments_are_drawn_in_order_with_what_has_a_date_filled_and_the_rest_outlined()
    {
        var view = Show(new TrainingSubsidy(), ("estimatedAmount", "10000"), ("startedOn", "2020-11-16"));

        Assert.Equal("按先后分3笔拨付", view.Find("svg[role=img] > title").TextContent);
        Assert.Equal("1，开班后 11月30日前 50%；2，培训过半时 25%；3，验收公示后 25%", view.Find("svg > desc").TextContent);
        Assert.Equal(["chart-part chart-solid", "chart-part chart-open", "chart-part chart-open"], view.FindAll("svg > g").Select(part => part.ClassName));
        Assert.Equal([("0%", "50%"), ("50%", "25%"), ("75%", "25%")],
            view.FindAll("svg > g > rect:first-child").Select(bar => (bar.GetAttribute("x")!, bar.GetAttribute("width")!)));
    }

    [Fact]
    public void One_payment_needs_no_picture() =>
        Assert.Empty(Show(new StabilizationRefund(), ("premiumsPaidLastYear", "1000"), ("enterpriseSize", "small")).FindAll("svg"));

    [Fact]
    public void A_benefit_by_the_month_is_drawn_month_by_month()
    {
        var view = Show(new UnemploymentInsurance(), ("contributionYears", "3"));

        Assert.Equal("每月1,539.00 元，领9个月", view.Find("svg[role=img] > title").TextContent);
        Assert.Equal(9, view.FindAll("svg rect").Count);
    }

    [Fact]
    public void Whoever_pays_nothing_is_not_drawn()
    {
        var view = Render<FundingChart>(parameters => parameters.Add(chart => chart.Funding, new FundingSplit(new Money(1), Money.Zero, new Money(3))));

        Assert.Equal("1，中央财政 25%；2，市县财政 75%", view.Find("desc").TextContent);
        Assert.Empty(Render<FundingChart>(parameters => parameters.Add(chart => chart.Funding, new FundingSplit(Money.Zero, Money.Zero, Money.Zero))).FindAll("svg"));
    }

    [Fact]
    public void Each_number_says_its_document_its_first_day_and_its_clause()
    {
        var view = Show(new UnemploymentInsurance(), ("contributionYears", "3"));

        var lines = view.FindAll("details dl > div").ToDictionary(line => line.QuerySelector("dt")!.TextContent, line => line.QuerySelector("dd")!.TextContent);
        Assert.Contains("依据：您填写的信息", lines["累计缴费年限"], StringComparison.Ordinal);
        Assert.Contains("自2019年11月1日起；辽政办发〔2020〕25号第十五条", lines["当地月最低工资标准"], StringComparison.Ordinal);
        Assert.Contains("依据：辽政办发〔2020〕25号第十五条", lines["每月发放 × 领取月数"], StringComparison.Ordinal);
        Assert.DoesNotContain("依据", lines["领取月数"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_stored_before_dates_were_kept_still_opens()
    {
        const string stored = """
            {"Measure":"hiring-grant","Outcome":1,"Amount":{"Fen":100},"Automatic":false,"Missing":[],"PendingParameters":[],"Instalments":[],
             "Funding":null,"Extras":null,"Conditions":[],"Arithmetic":[{"Label":"每人补贴标准","Value":"1.00 元","Source":"notice 六","Status":"T"}]}
            """;

        var line = Assert.Single(CaseJson.ReadAssessment(stored).Arithmetic);

        Assert.Equal((null, null), (line.Since, line.Clause));
        Assert.Contains("依据：辽政办发〔2020〕25号第六条", Render<Arithmetic>(parameters => parameters.Add(view => view.Lines, [line])).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<AmountView> Show(Measure measure, params (string Fact, string Text)[] facts)
    {
        var known = FactSet.FromTexts(measure.Facts, facts.ToDictionary(fact => fact.Fact, fact => fact.Text));
        var assessment = measure.Estimate(known, measure.TermsFor(RulebookSource.Shipped().Rules, "210202", new DateOnly(2020, 11, 16)));
        Assert.Equal(Outcome.Eligible, assessment.Outcome);
        return Render<AmountView>(parameters => parameters.Add(view => view.Assessment, assessment));
    }
}
