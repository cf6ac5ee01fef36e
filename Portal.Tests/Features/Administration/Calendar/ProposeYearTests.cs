using Portal.Access;
using Portal.Features.Administration.Calendar;
using Portal.Tests.Features.Administration.RuleChanges;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.Calendar;

public sealed class ProposeYearTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    public static TheoryData<YearForm, string, string> Faulty => new()
    {
        { RuleScene.Year2027 with { Year = "明年" }, "year", "四位数" },
        { RuleScene.Year2027 with { Holidays = "" }, "holidays", "请填写放假日期" },
        { RuleScene.Year2027 with { Holidays = "2027-01-01\n春节" }, "holidays", "第 2 行“春节”" },
        { RuleScene.Year2027 with { Holidays = "2028-01-01" }, "holidays", "不在 2027 年内" },
        { RuleScene.Year2027 with { Workdays = "2027-02-19" }, "workdays", "不是周六或周日" },
        { RuleScene.Year2027 with { Workdays = "2027-02-06" }, "holidays", "既是放假又是上班" },
        { RuleScene.Year2027 with { Source = "x" }, "source", "来源文件" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Faulty_days_are_named_beside_their_field(YearForm form, string field, string words)
    {
        var answer = await portal.Get<ProposeYear>().HandleAsync(await portal.ActorAsync("admin"), form);
        var error = Assert.Single(Assert.IsType<YearAnswer.Faulty>(answer).Errors);
        Assert.Equal(field, error.FieldId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_is_the_provinces()
    {
        Assert.IsType<YearAnswer.NotAllowed>(await portal.Get<ProposeYear>().HandleAsync(TestCases.Staff("210100", Roles.Administrator), RuleScene.Year2027));
        Assert.IsType<YearAnswer.NotAllowed>(await portal.Get<ProposeYear>().HandleAsync(await portal.ActorAsync("supervisor"), RuleScene.Year2027));
    }
}
