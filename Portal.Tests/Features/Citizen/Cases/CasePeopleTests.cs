using System.Net;
using Portal.Casework.Time;
using Portal.Components.Cases;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Cases;

/// <summary>The people of a case, as its applicant and staff see them.</summary>
public sealed class CasePeopleTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task Hundreds_of_people_are_turned_over_by_pages_each_with_decision_and_reason()
    {
        var no = await AppliedAsync(
        [
            .. Enumerable.Range(1, 60).Select(number => ApplyScene.GraduateHire(SheetScene.Id(number), number == 60 ? "11" : "12")),
        ]);

        foreach (var (account, address) in (IEnumerable<(string, string)>)[("hr", $"/cases/{no}"), ("reviewer", $"/desk/cases/{no}")])
        {
            var visitor = await ScriptlessBrowser.AsAsync(portal, account);
            await visitor.GetAsync(address);
            Assert.Contains("新招用人员（60 人，符合条件 59 人）", visitor.Text, StringComparison.Ordinal);
            Assert.Equal("51", await FirstOfPageAsync(visitor, $"{address}?people=2"));
            Assert.Contains("不符合：签订1年以上", visitor.Text, StringComparison.Ordinal);
            Assert.Equal("51", await FirstOfPageAsync(visitor, $"{address}?people=99"));
            Assert.Equal("1", await FirstOfPageAsync(visitor, $"{address}?people=-1"));
        }
    }

    [Fact]
    public async Task The_months_claimed_for_a_person_stand_beside_them()
    {
        var person = ApplyScene.GraduateHire(SheetScene.Id(101));
        person.Answers.Clear();
        foreach (var (fact, text) in new Dictionary<string, string> { ["hireIsHardship"] = "true", ["contractSigned"] = "true", ["socialInsurancePaid"] = "true", ["firstMonth"] = "2020-11", ["months"] = "3" })
            person.Answers[fact] = text;
        person.StartedOn = "2020-10-20";
        var content = ApplyScene.ForFirm(new MeasureAnswers { Code = "post-subsidy", People = { person } });
        await using var later = new PortalFactory();
        await later.Get<BusinessClock>().AdvanceAsync(77);
        var scene = new ApplyScene(later);
        var no = ApplyScene.Submitted(await scene.ApplyAsync(await later.ActorAsync("hr"), "post-subsidy", content, await scene.FirmAsync()));

        var visitor = await ScriptlessBrowser.AsAsync(later, "hr");
        await visitor.GetAsync($"/cases/{no}");

        Assert.Contains("2020年11月至2021年1月，3个月", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("劳动合同开始日期：2020年10月20日", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_downloaded_with_masked_numbers_by_its_own_firm_alone()
    {
        var hire = ApplyScene.GraduateHire(SheetScene.Id(201));
        hire.Name = "=HYPERLINK(1)";
        var no = await AppliedAsync([hire]);
        using var own = await new ScriptlessBrowser(portal).SignedInAsync("hr");
        using var other = await new ScriptlessBrowser(portal).SignedInAsync("graduate");

        var lines = (await own.GetStringAsync($"/cases/{no}/people.csv")).Split("\r\n");

        Assert.Contains("姓名,身份证号码,新招用人员类别", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,'=HYPERLINK(1),", lines[1], StringComparison.Ordinal);
        Assert.Contains(",高校毕业生,,12个月,是,一次性,符合,", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(SheetScene.Id(201), lines[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/cases/{no}/people.csv")).StatusCode);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("2020-11", "2020年11月")]
    [InlineData("2020-12 2020-11 2021-01", "2020年11月至2021年1月，3个月")]
    [InlineData("2020-11 2021-01", "2020年11月、2021年1月")]
    [InlineData("t:PX-1", "备案号为PX-1的培训")]
    public void Periods_are_told_as_a_span_where_they_follow_each_other(string periods, string told)
    {
        var person = new CasePerson { Name = "甲", FactsJson = "{}", ResidentId = new SealedText { Cipher = "c", Index = "mine", Masked = "m" } };
        var record = new Case { No = "LN1", MeasureCode = "m", ApplicantName = "甲", RegionCode = "210202", FactsJson = "{}", AssessmentJson = "{}" };
        record.Claims.AddRange(periods.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(period => new BenefitClaim { MeasureCode = "m", Subject = "mine", Period = period }));
        record.Claims.Add(new BenefitClaim { MeasureCode = "m", Subject = "another", Period = "2022-01" });

        Assert.Equal(told, ClaimedPeriods.Of(record, person));
    }

    private static async Task<string> FirstOfPageAsync(ScriptlessBrowser visitor, string address)
    {
        await visitor.GetAsync(address);
        return visitor.Page.QuerySelector("td[data-label=序号]")!.TextContent;
    }

    private async Task<string> AppliedAsync(params PersonEntry[] people) =>
        ApplyScene.Submitted(await _scene.ApplyAsync(await portal.ActorAsync("hr"), "hiring-grant", ApplyScene.Hiring(people), await _scene.FirmAsync()));
}
