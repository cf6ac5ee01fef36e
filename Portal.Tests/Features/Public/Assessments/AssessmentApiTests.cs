using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Measures;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Assessments;

public sealed class AssessmentApiTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly HttpClient _client = portal.CreateClient();

    [Fact]
    public async Task Every_worked_case_comes_out_exactly_in_one_array()
    {
        var catalog = new MeasureCatalog();
        var cases = JsonNode.Parse(await File.ReadAllTextAsync(PortalFactory.TestData("cases.json")))!.AsArray()
            .Where(worked => catalog.Find(worked!["measure"]!.GetValue<string>()) is not null).Select(worked => worked!).ToList();
        var questions = new JsonArray([.. cases.Select(worked => Question(worked))]);

        var answers = (await (await _client.PostAsJsonAsync("/api/v1/assessments", questions)).Content.ReadFromJsonAsync<JsonArray>())!;

        Assert.Equal(cases.Count, answers.Count);
        for (var i = 0; i < cases.Count; i++)
            foreach (var (name, expected) in cases[i]["expect"]!.AsObject())
                Assert.True(JsonNode.DeepEquals(expected, answers[i]![name]), $"{cases[i]["id"]} {name}: {answers[i]![name]?.ToJsonString()}");
    }

    [Theory]
    [InlineData("""{"measure":"x","asOf":"2020-11-16","region":"210202"}""", "measure")]
    [InlineData("""{"measure":"hiring-grant","asOf":"16.11.2020","region":"210202"}""", "asOf")]
    [InlineData("""{"measure":"hiring-grant","asOf":"2020-11-16","region":"110101"}""", "region")]
    [InlineData("""{"measure":"hiring-grant","asOf":"2020-11-16","region":"210202","facts":{"hiers":1}}""", "facts.hiers")]
    [InlineData("""{"measure":"hiring-grant","asOf":"2020-11-16","region":"210202","facts":{"hires":-1}}""", "facts.hires")]
    [InlineData("""{"measure":"hiring-grant","asOf":"2020-11-16","region":"210202","facts":{"hires":1.5}}""", "facts.hires")]
    [InlineData("""{"measure":"flexible-social-insurance","asOf":"2020-11-16","region":"210202","facts":{"monthlyContribution":"10.001"}}""", "facts.monthlyContribution")]
    [InlineData("""{"measure":"hiring-grant","asOf":"2020-11-16","region":"210202","parameters":{"hiring-grant.prepayShare":"half"}}""", "parameters.hiring-grant.prepayShare")]
    [InlineData("""[{"measure":"hiring-grant","asOf":"2020-11-16","region":"210202"},{"measure":"hiring-grant","asOf":"2020-11-16","region":"210202","facts":{"hires":"many"}}]""", "[1].facts.hires")]
    [InlineData("""{"measure":"hiring-grant""", "")]
    [InlineData("7", "")]
    [InlineData("""{"measure":"\ud800"}""", "measure")]
    [InlineData("""[{"measure":"hiring-grant","facts":{"\ud800":1}}]""", "[0].facts")]
    public async Task A_fault_is_a_problem_that_names_the_field(string body, string pointer)
    {
        var response = await _client.PostAsync("/api/v1/assessments", new StringContent(body, Encoding.UTF8, "application/json"));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(pointer, problem.GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_deadline_in_a_year_without_holidays_is_a_fault_of_the_date()
    {
        const string Body = """
            {"measure":"hiring-grant","asOf":"2026-12-30","region":"210202","parameters":{"hiring-grant.amountPerPerson":"1000"},
             "facts":{"hireCategory":"graduate","contractMonths":12,"socialInsurancePaid":true,"hires":3,"premiumReliefPeriod":true}}
            """;
        var response = await _client.PostAsync("/api/v1/assessments", new StringContent(Body, Encoding.UTF8, "application/json"));

        Assert.Equal("asOf", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("POST", "/api/v1/assessments", "text/plain", 415)]
    [InlineData("PUT", "/api/v1/assessments", "application/json", 405)]
    [InlineData("GET", "/api/v1/nothing", null, 404)]
    [InlineData("GET", "/api/v1/measures/nothing", null, 404)]
    [InlineData("GET", "/api/v1/working-days?from=tomorrow&days=5", null, 400)]
    [InlineData("GET", "/api/v1/working-days?from=2020-12-30&days=-1", null, 400)]
    [InlineData("GET", "/api/v1/parameters?key=nothing", null, 400)]
    public async Task Every_fault_is_a_problem_in_words(string method, string address, string? contentType, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (contentType is not null) request.Content = new StringContent("{}", Encoding.UTF8, contentType);

        await IsProblemAsync(await _client.SendAsync(request), status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_problem_in_words()
    {
        // Only a real server counts the bytes; asking first keeps it from hanging up while they are sent.
        await using var real = new PortalFactory();
        real.UseKestrel(0);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/assessments");
        request.Content = new StringContent(new string(' ', 5_000_000), Encoding.UTF8, "application/json");
        request.Headers.ExpectContinue = true;

        await IsProblemAsync(await real.CreateClient().SendAsync(request), 413);
    }

    [Fact]
    public async Task More_than_a_thousand_questions_are_refused()
    {
        var questions = new JsonArray([.. Enumerable.Range(0, 1001).Select(_ => new JsonObject { ["measure"] = "hiring-grant" })]);

        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsJsonAsync("/api/v1/assessments", questions)).StatusCode);
    }

    [Fact]
    public async Task Working_days_are_counted_by_the_published_holidays() =>
        Assert.Equal("""{"from":"2020-12-30","days":5,"due":"2021-01-07"}""", await _client.GetStringAsync("/api/v1/working-days?from=2020-12-30&days=5"));

    [Theory]
    [InlineData("key=stabilization-refund.rate.sme&region=210102&on=2020-11-16", "\"value\":\"1.00\",\"status\":\"S\",\"source\":\"facts.md R3\"")]
    [InlineData("key=stabilization-refund.smallHeadcount&region=210102&on=2020-11-16", "\"value\":30")]
    [InlineData("key=startup-loan-interest.split.special&region=210000", "\"value\":{\"central\":\"0.30\"")]
    public async Task Parameters_come_in_the_form_of_the_book(string query, string expected) =>
        Assert.Contains(expected, await _client.GetStringAsync($"/api/v1/parameters?{query}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_measure_tells_what_a_form_of_ones_own_needs()
    {
        var measure = await _client.GetFromJsonAsync<JsonElement>("/api/v1/measures/hiring-grant");
        var category = measure.GetProperty("facts")[0];

        Assert.Equal("firm", measure.GetProperty("audience").GetString());
        Assert.Equal("hireCategory", category.GetProperty("name").GetString());
        Assert.Equal("新招用人员类别", category.GetProperty("label").GetString());
        Assert.Equal("高校毕业生", category.GetProperty("choices")[1].GetProperty("label").GetString());
    }

    [Fact]
    public async Task The_document_describes_the_interface()
    {
        var document = await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.True(document.GetProperty("paths").TryGetProperty("/api/v1/assessments", out _));
        Assert.True(document.GetProperty("paths").TryGetProperty("/api/v1/measures", out _));
    }

    private static async Task IsProblemAsync(HttpResponseMessage response, int status)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Matches("[\u4e00-\u9fff]", problem.GetProperty("detail").GetString());
    }

    private static JsonObject Question(JsonNode worked)
    {
        var question = worked.DeepClone().AsObject();
        question.Remove("expect");
        question.Remove("id");
        return question;
    }
}
