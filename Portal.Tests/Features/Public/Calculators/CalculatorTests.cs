using System.Net;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Features.Public.Calculators;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Calculators;

public sealed class CalculatorTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly EstimateForm Loan = new()
    {
        City = "210200",
        Counties = { "210202" },
        Facts = { ["vehicle"] = "night-economy", ["principal"] = "100000", ["annualRate"] = "4.35", ["termMonths"] = "12" },
        Asked = { "vehicle", "principal", "annualRate", "termMonths" },
    };

    public static TheoryData<string> Paying() => [.. new MeasureCatalog().All.Where(measure => measure.Pays).Select(measure => measure.Code)];

    [Theory]
    [MemberData(nameof(Paying))]
    public async Task Every_measure_that_pays_has_a_calculator_without_script_or_cookie(string code)
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync($"/calculators/{code}");

        Assert.Equal(HttpStatusCode.OK, visitor.Response.StatusCode);
        Assert.False(visitor.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(visitor.Page.QuerySelectorAll("script, input[name=__RequestVerificationToken]"));
    }

    [Theory]
    [InlineData("pension-deferral")]
    [InlineData("free-money")]
    public async Task What_pays_nothing_has_none(string code)
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync($"/calculators/{code}");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Response.StatusCode);
    }

    [Fact]
    public async Task A_place_is_chosen_in_two_levels_and_a_list_of_another_city_counts_for_nothing()
    {
        var visitor = new ScriptlessBrowser(portal);
        await visitor.GetAsync("/calculators/venue-subsidy?city=210200");

        Assert.Equal(15, visitor.Page.QuerySelectorAll("#place-city option").Length);
        Assert.All(visitor.Page.QuerySelectorAll(".place-county select"), list => Assert.InRange(list.QuerySelectorAll("option").Length, 2, 20));
        Assert.Equal("大连市", visitor.Page.QuerySelector("#place-city option[selected]")!.TextContent);
        Assert.Equal("210202", new EstimateForm { City = "210200", Counties = ["", "210102", "210202"] }.Place);
        Assert.Equal("210200", new EstimateForm { City = "210200", Counties = ["210102"] }.Place);
    }

    [Fact]
    public async Task Only_what_the_amount_needs_is_asked()
    {
        var calculator = await portal.Get<OpenCalculator>().HandleAsync("startup-loan-interest");

        Assert.Equal(["vehicle", "principal", "annualRate", "termMonths"], calculator!.Questions.Select(fact => fact.Name));
    }

    [Fact]
    public async Task A_founder_sees_the_interest_who_pays_it_and_how_it_was_worked_out()
    {
        var visitor = new ScriptlessBrowser(portal);
        await visitor.GetAsync("/calculators/startup-loan-interest?city=210200");

        await visitor.SubmitAsync("estimate", new()
        {
            ["Form.City"] = "210200",
            ["Form.Counties"] = "210202",
            ["Form.Facts[vehicle]"] = "night-economy",
            ["Form.Facts[principal]"] = "100,000",
            ["Form.Facts[annualRate]"] = "4.35",
            ["Form.Facts[termMonths]"] = "12",
        });

        Assert.Equal("4,350.00 元", visitor.Page.QuerySelector("#result .money--large")!.TextContent);
        Assert.Equal("1，中央财政 30%；2，省财政 50%；3，市县财政 20%", visitor.Page.QuerySelector("#result svg[role=img] desc")!.TextContent);
        Assert.Equal("2,175.00 元", visitor.Element("省财政承担"));
        Assert.Contains("辽政办发〔2020〕25号第九条（通知原文）；自2020年11月1日起", visitor.Element("贴息分担比例（2020年11月1日至12月31日）"), StringComparison.Ordinal);
        Assert.Equal("100,000", visitor.Page.QuerySelector("#fact-principal")!.GetAttribute("value"));
        Assert.DoesNotContain("principal", visitor.Response.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_values_are_those_of_the_chosen_day()
    {
        var later = Assert.IsType<EstimateAnswer.Estimated>(await EstimateAsync("startup-loan-interest", Copy(Loan, day: "2021-01-04")));

        Assert.Equal("1305.00", later.Assessment.Funding!.Central.ToString());
        Assert.Equal("1087.50", later.Assessment.Funding.Province.ToString());
    }

    [Fact]
    public async Task A_condition_known_to_be_unmet_is_told_instead_of_an_amount()
    {
        var refused = Assert.IsType<EstimateAnswer.Estimated>(await EstimateAsync("startup-loan-interest", Copy(Loan, fact: ("principal", "100000.01"))));

        Assert.Equal(Outcome.Ineligible, refused.Assessment.Outcome);
        Assert.Equal("principal", Assert.Single(refused.Assessment.Unmet).Id);
    }

    [Fact]
    public async Task A_question_an_answer_brings_along_is_asked_and_not_complained_of()
    {
        var visitor = new ScriptlessBrowser(portal);
        await visitor.GetAsync("/calculators/public-post-subsidy");
        Assert.Null(visitor.Page.QuerySelector("#fact-hours"));

        await SubmitAsync(visitor, ("City", "210200"), ("Counties", "210202"), ("Facts[months]", "3"), ("Facts[fullTime]", "false"));
        Assert.Contains("还需要回答下面的问题", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll(".error"));

        await SubmitAsync(visitor, ("Facts[hours]", ""), ("Facts[fullTime]", "false"));
        Assert.Equal("请填写“总工作小时数”。", visitor.Page.QuerySelector(".field .error")!.TextContent);

        await SubmitAsync(visitor, ("Facts[hours]", "100"), ("Facts[fullTime]", "false"));
        Assert.Equal("1,830.00 元", visitor.Page.QuerySelector("#result .money--large")!.TextContent);
    }

    [Fact]
    public async Task Blanks_and_nonsense_are_told_field_by_field_and_nothing_typed_is_lost()
    {
        var visitor = new ScriptlessBrowser(portal);
        await visitor.GetAsync("/calculators/venue-subsidy");

        await SubmitAsync(visitor, ("Facts[monthlyRent]", "很贵"), ("Day", "昨天"));

        Assert.Equal(
            ["请选择地区：补贴标准各地不同。", "请填写日期，例如 2020-11-16。", "“每月场地租金”请填写金额，单位为元，最多两位小数，例如 1234.56。",
                "请选择“您的身份”。", "请填写“本次申请月数”。", "请填写“已领取月数”。"],
            visitor.Page.QuerySelectorAll(".error-summary li").Select(error => error.TextContent.Trim()));
        Assert.Equal("很贵", visitor.Page.QuerySelector("#fact-monthlyRent")!.GetAttribute("value"));
        Assert.Null(visitor.Page.QuerySelector("#result"));
    }

    [Fact]
    public async Task A_number_nobody_can_reckon_with_is_told_and_breaks_nothing()
    {
        var faulty = Assert.IsType<EstimateAnswer.Faulty>(await EstimateAsync("internship-subsidy", new EstimateForm
        {
            City = "210100",
            Counties = { "210102" },
            Facts = { ["interns"] = "1000000000", ["months"] = "1000000000", ["interruptedMonths"] = "1000000000" },
        }));

        Assert.Equal(["“见习人数”请填写0到10000的整数。", "“见习月数”请填写0到36的整数。", "“因疫情中断的月数”请填写0到24的整数。"], faulty.Errors.Select(error => error.Message));
    }

    [Fact]
    public async Task A_day_whose_holidays_nobody_has_published_is_told()
    {
        var faulty = Assert.IsType<EstimateAnswer.Faulty>(await EstimateAsync("startup-loan-interest", Copy(Loan, day: "2031-01-06")));

        Assert.Contains("2031年的节假日安排还没有公布", Assert.Single(faulty.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unemployment-insurance", "", "请选到县（市、区）")]
    [InlineData("temporary-relief", "210202", "金额待市级细则")]
    public async Task Where_no_amount_is_known_none_is_guessed(string code, string county, string heading)
    {
        var visitor = new ScriptlessBrowser(portal);
        await visitor.GetAsync($"/calculators/{code}");

        await SubmitAsync(visitor, ("City", "210200"), ("Counties", county), ("Facts[contributionYears]", "5"));

        Assert.Contains(heading, visitor.Page.QuerySelector("#result .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("#result .money"));
    }

    private static Task SubmitAsync(ScriptlessBrowser visitor, params (string Field, string Value)[] typed) =>
        visitor.SubmitAsync("estimate", typed.ToDictionary(field => $"Form.{field.Field}", field => field.Value));

    private static EstimateForm Copy(EstimateForm form, string? day = null, (string Name, string Text)? fact = null)
    {
        var copy = new EstimateForm { City = form.City, Counties = form.Counties, Day = day ?? form.Day, Facts = new(form.Facts), Asked = form.Asked };
        if (fact is { } changed) copy.Facts[changed.Name] = changed.Text;
        return copy;
    }

    private async Task<EstimateAnswer> EstimateAsync(string code, EstimateForm form) =>
        await portal.Get<EstimateAmount>().HandleAsync((await portal.Get<OpenCalculator>().HandleAsync(code))!, form);
}
