using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rosters;
using Portal.Features.Platform.Demo;
using Portal.Features.Refunds.Screening;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Release;

/// <summary>The staff's pages as they come over the wire.</summary>
public sealed partial class RunPageTests(PortalFactory portal) : IClassFixture<PortalFactory>, IDisposable
{
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task From_the_upload_to_the_publication_by_plain_forms()
    {
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("operator");
        var uploaded = await UploadAsync(client, PortalFactory.TestData("roster-500-gb18030.csv"));
        var id = Guid.Parse(Id().Match(uploaded.Headers.Location!.ToString()).Value);
        // The upload has already set it going in the background; whoever asks for it waits for it.
        await portal.Get<ReadRun>().HandleAsync(id);

        var page = await client.GetStringAsync($"/runs/{id}");
        Assert.Contains("395,417.36", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/runs/{id}/publish\"", page, StringComparison.Ordinal);
        var told = await client.GetStringAsync($"/runs/{id}/publish");
        // Said before the press: how many, how much, and until which day objections run.
        foreach (var word in (string[])["提交给另一位同事确认吗", "395,417.36", "到 <strong>2020年11月22日", "辽宁省人力资源和社会保障厅"])
            Assert.Contains(word, told, StringComparison.Ordinal);
        var proposed = await client.PostAsync($"/runs/{id}/publish", "propose", ("Form.Version", VersionOf(told)));
        Assert.EndsWith("?done=propose", proposed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("由您提交", await client.GetStringAsync($"/runs/{id}/publish"), StringComparison.Ordinal);

        using var second = await new ScriptlessBrowser(portal).SignedInAsync("approver");
        var asked = await second.GetStringAsync($"/runs/{id}/publish");
        Assert.Contains("确定现在公示吗", asked, StringComparison.Ordinal);
        var version = VersionOf(asked);
        var published = await second.PostAsync($"/runs/{id}/publish", "publish", ("Form.Version", version), ("Form.Until", "2020-11-23"));
        var again = await second.PostAsync($"/runs/{id}/publish", "publish", ("Form.Version", version), ("Form.Until", "2020-11-23"));

        Assert.EndsWith("?done=publish", published.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("?done=before", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        var early = await client.PostAsync($"/runs/{id}", "release");
        Assert.Contains("2020年11月23日起可以放行", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("陈立新", await client.GetStringAsync($"/runs/{id}"), StringComparison.Ordinal);
        Assert.StartsWith("row,uscc,", await client.GetStringAsync($"/runs/{id}/result.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tile_of_those_who_must_apply_and_the_table_by_outcome_name_the_same_sum()
    {
        var id = await portal.ScreenAsync(PortalFactory.TestData("roster-500-gb18030.csv"));
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("reviewer");
        var run = await portal.RunAsync(id);
        var sum = (run.EligibleAmount.Fen / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);
        Assert.NotEqual("0.00", sum);

        var page = await client.GetStringAsync($"/runs/{id}");

        // In the tile, and in the line of the table that bears its name.
        var tile = page[page.IndexOf("<dl class=\"stats\"", StringComparison.Ordinal)..page.IndexOf("</dl>", StringComparison.Ordinal)];
        Assert.Contains(sum, tile, StringComparison.Ordinal);
        var line = page[page.IndexOf("<th scope=\"row\">需申请", StringComparison.Ordinal)..];
        Assert.Contains(sum, line[..line.IndexOf("</tr>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_large_is_told_so_and_leaves_nothing()
    {
        using var small = portal.WithWebHostBuilder(builder => builder.UseSetting("Uploads:RosterMaxMb", "1"));
        using var client = new ScriptlessBrowser(small);
        await client.PostFormAsync("/login", "login", new() { ["Form.Account"] = "operator", ["Form.Password"] = DemoAccounts.Password });
        var path = _rosters.At("large.csv");
        await File.WriteAllBytesAsync(path, new byte[3 << 20]);

        var refused = await UploadAsync(client, path);

        Assert.Equal("/runs?problem=TooLarge#upload", refused.Headers.Location!.ToString());
        Assert.Contains("超过 1 MB", await client.GetStringAsync("/runs?problem=TooLarge"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(portal.Get<RosterFiles>().PathOf(Guid.Empty))!, "*.part"));
    }

    [Theory]
    [InlineData("operator", "2020-02-30", true, "/runs?problem=AsOf#upload")]
    [InlineData("operator", "2020-11-16", false, "/runs?problem=Stale#upload")]
    [InlineData("reviewer", "2020-11-16", true, "/denied")]
    public async Task An_upload_that_cannot_be_taken_leads_back(string account, string asOf, bool withToken, string target)
    {
        using var client = await new ScriptlessBrowser(portal).SignedInAsync(account);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var before = await db.ScreeningRuns.CountAsync();

        var refused = await UploadAsync(client, _rosters.Write(RosterFolder.Header), asOf, withToken);

        Assert.StartsWith(target, refused.Headers.Location!.ToString().Replace("http://localhost", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before, await db.ScreeningRuns.CountAsync());
    }

    [Fact]
    public async Task An_upload_without_a_file_is_told_what_to_choose()
    {
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("operator");
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(client)), "__RequestVerificationToken" }, { new StringContent("2020-11-16"), "asOf" } };

        var refused = await client.PostAsync("/runs/upload", form);

        Assert.Equal("/runs?problem=Empty#upload", refused.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nobody_signed_in_is_led_to_the_sign_in_and_others_find_nothing()
    {
        using var nobody = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var staff = await new ScriptlessBrowser(portal).SignedInAsync("operator");

        Assert.Contains("/login", (await nobody.GetAsync("/runs")).Headers.Location!.ToString(), StringComparison.Ordinal);
        foreach (var path in (string[])["", "/progress", "/result.csv"])
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/runs/{Guid.NewGuid()}{path}")).StatusCode);
    }

    [Fact]
    public async Task A_run_that_is_being_read_shows_its_progress_also_without_scripts()
    {
        var id = await portal.UploadAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("operator");

        Assert.EndsWith($"/runs/{id}/progress", (await client.GetAsync($"/runs/{id}")).Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await client.GetStringAsync($"/runs/{id}/progress");
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Contains("<progress", page, StringComparison.Ordinal);

        await portal.Get<ReadRun>().HandleAsync(id);
        Assert.EndsWith($"/runs/{id}", (await client.GetAsync($"/runs/{id}/progress")).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _rosters.Dispose();

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string path, string asOf = "2020-11-16", bool withToken = true)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(withToken ? await TokenAsync(client) : ""), "__RequestVerificationToken" },
            { new StringContent(asOf), "asOf" },
            { new StreamContent(File.OpenRead(path)), "roster", Path.GetFileName(path) },
        };
        return await client.PostAsync("/runs/upload", form);
    }

    private static string VersionOf(string page) => Version().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"Form.Version\" value=\"([^\"]+)\"")]
    private static partial Regex Version();

    private static async Task<string> TokenAsync(HttpClient client) => Token().Match(await client.GetStringAsync("/runs")).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
