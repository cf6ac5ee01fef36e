using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Tests.Features.Citizen.Apply.Drafts;

public sealed class DraftDifferenceTests
{
    [Fact]
    public void Two_versions_that_say_the_same_differ_in_nothing()
    {
        foreach (var measure in new MeasureCatalog().All)
            Assert.Empty(Between(EligibleForms.For(measure.Code), EligibleForms.For(measure.Code)));
    }

    [Fact]
    public void Each_field_that_differs_is_named_with_both_values_in_words()
    {
        var mine = ApplyScene.Flexible("2020-10");
        mine.Place = "210102";
        mine.Measures[0].Answers["personCategory"] = "hardship";
        mine.Measures[0].Answers.Remove("leftSchoolOn");

        var found = Between(ApplyScene.Flexible(), mine);

        Assert.Equal(
            [
                new("地区", "大连市中山区", "沈阳市和平区"), new("您的身份", "高校毕业生", "就业困难人员"),
                new("离校日期", "2020-06-30", "（没填）"), new("从哪个月开始", "2020-08", "2020-10"),
            ], found);
    }

    [Fact]
    public void Accounts_and_identifiers_differ_without_being_shown()
    {
        var (theirs, mine) = (ApplyScene.Hiring(ApplyScene.GraduateHire()), ApplyScene.Hiring(ApplyScene.GraduateHire("210102199901010029")));
        (mine.UsesFirmAccount, mine.Account) = (false, "62000000000000003");

        var found = Between(theirs, mine);

        Assert.Equal(["收款账号", "第1人"], found.Select(difference => difference.Label).OrderBy(label => label == "第1人"));
        Assert.DoesNotContain(found, difference => (difference.Theirs + difference.Mine).Contains("19990101", StringComparison.Ordinal));
    }

    private static IReadOnlyList<DraftDifference> Between(DraftContent theirs, DraftContent mine) =>
        DraftDifference.Between(theirs, mine, new MeasureCatalog().MeasuresOf(mine), RulebookSource.Shipped().Regions);
}
