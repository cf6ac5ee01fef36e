using Portal.Domain.Measures;
using Portal.Domain.Notice;

namespace Portal.Tests.Domain.Notice;

public sealed class ClauseCatalogTests
{
    private static readonly MeasureCatalog Catalog = new();

    [Fact]
    public void All_22_clauses_stand_once_and_in_order() =>
        Assert.Equal(Enumerable.Range(1, 22), ClauseCatalog.All.Select(clause => clause.Number));

    [Theory]
    [InlineData(1, "一")]
    [InlineData(9, "九")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(22, "二十二")]
    public void A_clause_is_numbered_as_the_notice_numbers_it(int number, string numeral) =>
        Assert.Equal(numeral, ClauseCatalog.Find($"clause-{number}")!.Numeral);

    [Fact]
    public void Every_measure_stands_under_the_clause_it_cites_and_no_other_does()
    {
        var listed = ClauseCatalog.All.SelectMany(clause => Catalog.Under(clause).Select(measure => (measure.Code, clause.Numeral)));

        Assert.Equal(Catalog.All.Select(measure => (measure.Code, measure.Clause)).Order(), listed.Order());
    }

    [Fact]
    public void Only_clauses_with_measures_are_assessed() =>
        Assert.All(ClauseCatalog.All, clause => Assert.Equal(clause.Kind == ClauseKind.Assessed, Catalog.Under(clause).Any()));

    [Fact]
    public void Every_clause_says_what_can_be_done_here_or_that_it_cannot_yet() =>
        Assert.All(ClauseCatalog.All, clause => Assert.True(Catalog.Under(clause).Any() || clause.Now is not null || clause.NotYet is not null));

    [Fact]
    public void Every_group_of_the_filter_leads_somewhere() =>
        Assert.All(ApplicantGroup.All, group => Assert.Contains(ClauseCatalog.All, clause => Catalog.IsFor(clause, group)));

    [Fact]
    public void A_measure_for_firms_is_written_for_no_person_and_the_other_way_round()
    {
        ApplicantGroup[] bodies = [ApplicantGroup.Employer, ApplicantGroup.TrainingBody, ApplicantGroup.InternshipHost];
        Assert.All(Catalog.All, measure =>
            Assert.All(measure.Groups, group => Assert.Equal(measure.Audience == Portal.Domain.Rules.Audience.Firm, bodies.Contains(group))));
    }

    [Theory]
    [InlineData("024-00000000")]
    [InlineData("")]
    public void An_element_may_stand_or_be_withdrawn(string text) =>
        Assert.Null(GuideElementRule.Of(GuideElement.Enquiries).Fault(text));

    [Theory]
    [InlineData(GuideElement.Enquiries, "打电话问")]
    [InlineData(GuideElement.Enquiries, "<b>024-00000000</b>")]
    [InlineData(GuideElement.ImplementationCode, "编码 11")]
    [InlineData(GuideElement.Office, "市人社局\u202e")]
    [InlineData(GuideElement.Office, "市人社局\u0007")]
    public void What_a_guide_cannot_hold_is_told_by_the_name_of_the_element(GuideElement element, string text) =>
        Assert.Contains(GuideElementRule.Of(element).Label, GuideElementRule.Of(element).Fault(text), StringComparison.Ordinal);

    [Fact]
    public void An_element_too_long_by_one_is_refused()
    {
        var rule = GuideElementRule.Of(GuideElement.Office);
        Assert.Null(rule.Fault(new string('局', rule.MaxLength)));
        Assert.NotNull(rule.Fault(new string('局', rule.MaxLength + 1)));
    }
}
