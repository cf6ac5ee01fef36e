using Portal.Domain.Applications;
using Portal.Domain.Entitlements;
using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>A measure that is added is assessed, applied for, asked about and listed like the others, and nothing else is touched.</summary>
public sealed class FifteenthMeasureTests
{
    private static readonly MeasureCatalog Catalog = ToolAllowance.Catalog;
    private static readonly Measure Measure = Catalog.Find(ToolAllowance.MeasureCode)!;
    private static readonly FactSet Facts = FactSet.Empty(Measure.Facts).With(ToolAllowance.KeepsShop, true).With(ToolAllowance.ToolCost, Money.Yuan(1001));
    private static readonly Terms Terms = Measure.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 11, 16));

    [Fact]
    public void It_is_assessed_with_its_amount_its_deadline_and_its_reasons()
    {
        var assessment = Measure.Assess(Facts, Terms);

        Assert.Equal((Outcome.Eligible, new Money(50050)), (assessment.Outcome, assessment.Amount!.Value));
        Assert.Equal(new Instalment(Trigger.Approval, new Money(50050), new DateOnly(2020, 11, 23)), Assert.Single(assessment.Instalments));
        Assert.Equal(["toolCost"], Measure.Assess(Facts.With(ToolAllowance.ToolCost, null), Terms).Missing);
        Assert.Equal(["keeps-shop"], Measure.Assess(Facts.With(ToolAllowance.KeepsShop, false), Terms).Unmet.Select(condition => condition.Id));
    }

    [Fact]
    public void It_claims_what_it_says_and_its_answers_are_asked_anew_unless_it_says_otherwise()
    {
        Assert.Equal(["once"], Measure.Application.Claim.Periods(Facts, Terms, default));
        Assert.Empty(AskOnce.Fill(Measure, [new SaidBefore(Facts, new DateOnly(2020, 11, 15), "")], new DateOnly(2020, 11, 16)));
    }

    [Fact]
    public void The_questionnaire_asks_what_only_it_needs_and_tells_what_it_comes_to()
    {
        var questions = new SurveyQuestions(Catalog, Audience.Person);

        Assert.Equal(["keepsShop", "toolCost"], questions.All.Where(question => question.About == Measure).Select(question => question.Id));
        var standing = new Survey(questions, Situation.Rules, "210202", new DateOnly(2020, 11, 16))
            .Judge(new Dictionary<string, string> { ["keepsShop"] = "true", ["toolCost"] = "1001.00" }).Single(standing => standing.Measure == Measure);
        Assert.Equal((Outcome.Eligible, new Money(50050)), (standing.Outcome, standing.Assessment.Amount!.Value));
    }

    [Fact]
    public void It_stands_under_its_clause_and_is_found_by_whom_it_is_written_for()
    {
        var clause = ClauseCatalog.Of(Measure);

        Assert.Equal([VenueSubsidy.MeasureCode, ToolAllowance.MeasureCode], Catalog.Under(clause).Select(measure => measure.Code));
        Assert.True(Catalog.IsFor(clause, ApplicantGroup.Founder));
        Assert.Contains(Measure, Catalog.Reading("payment.dueWorkingDays"));
    }
}
