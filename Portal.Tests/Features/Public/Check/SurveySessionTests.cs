using Portal.Casework.Rulebooks;
using Portal.Domain.Entitlements;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Features.Public.Check;

namespace Portal.Tests.Features.Public.Check;

public sealed class SurveySessionTests
{
    private const string Graduate = "1&situation=flexible&identity=graduate&leftSchoolOn=2020-07-01&contributionsPaid=true&monthsClaimed=6"
        + "&flexible-social-insurance-monthsAlreadyPaid=0&monthlyContribution=1000&hasDifficulty=false";

    [Fact]
    public void Another_place_is_judged_by_its_own_values()
    {
        var session = Open(Graduate);
        Assert.Equal("3999.96", Flexible(session).Assessment.Amount?.ToString());

        session.ChoosePlace("210302");

        Assert.Equal("3600.00", Flexible(session).Assessment.Amount?.ToString());
        Assert.StartsWith("1&place=210302&", session.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_comes_back_without_a_place_is_not_asked_for_it_again()
    {
        Assert.False(Open(Graduate).AsksPlace);
        Assert.True(Open("").AsksPlace);
        Assert.True(Open("junk").AsksPlace);
    }

    [Fact]
    public void What_is_written_is_what_was_loaded()
    {
        var session = Open(Graduate + "&skip=hasDifficulty.contributionYear");
        var again = Open(session.Write());

        Assert.Equal(session.Write(), again.Write());
        Assert.Equal(0, again.Ignored);
        // An answer stands over its own being skipped.
        Assert.EndsWith("&skip=contributionYear", session.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_in_a_year_without_published_holidays_is_told_and_the_result_stands()
    {
        var session = Open(Graduate.Replace("2020-07-01", "2026-07-01", StringComparison.Ordinal), new DateOnly(2026, 12, 30));

        Assert.Equal(Outcome.Eligible, Flexible(session).Outcome);
        Assert.Contains("2027年的节假日安排还没有公布", session.Explain(Flexible(session)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_back_walks_through_the_questions_as_they_were_answered_and_loses_nothing()
    {
        var session = Open("1&place=210302");
        session.Answer(session.Current!, "flexible.unemployed");
        session.Skip(session.Current!);
        var third = session.Current;

        session.GoBack();
        Assert.Equal("identity", session.Current?.Id);
        session.GoBack();
        Assert.Equal(("situation", "flexible.unemployed"), (session.Current?.Id, session.AnswerTo(session.Current!)));
        session.Answer(session.Current!, "flexible.unemployed");
        Assert.Equal(third, session.Current);
        session.GoBack();
        session.GoBack();
        session.GoBack();
        Assert.True(session.AsksPlace);
    }

    [Fact]
    public void A_dismissed_worker_with_less_than_a_year_is_told_of_the_allowance()
    {
        var session = Open("1&situation=unemployed&contributionYears=0&involuntary=true&skip=identity");

        Assert.Null(session.Current);
        var refused = session.Standings.Single(standing => standing.Measure is UnemploymentInsurance);
        Assert.Equal(Outcome.Ineligible, refused.Outcome);
        Assert.Contains("失业补助金（第十五条）", refused.Measure.Otherwise, StringComparison.Ordinal);
        Assert.Contains("登记", refused.Measure.Otherwise, StringComparison.Ordinal);
    }

    private static SurveySession Open(string link, DateOnly? day = null)
    {
        var (rules, regions) = RulebookSource.Shipped();
        var session = new SurveySession(new SurveyQuestions(new MeasureCatalog(), Audience.Person), rules, regions, day ?? new DateOnly(2020, 11, 16));
        session.Load(link);
        return session;
    }

    private static Standing Flexible(SurveySession session) => session.Standings.Single(standing => standing.Measure is FlexibleSocialInsurance);
}
