using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Privacy;
using Portal.Features.Citizen.Privacy;
using Portal.Features.Platform.Demo;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Privacy;

/// <summary>A person takes home what is theirs, whole, and nothing of anybody else's.</summary>
public sealed class MyDataTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task The_copy_holds_numbers_facts_drafts_and_papers_in_full()
    {
        var person = await portal.AddApplicantAsync();
        var (id, mobile) = await portal.NumbersAsync(person);
        var no = ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible()));
        var draft = await _scene.StartAsync(person, "temporary-relief");
        await _scene.FillAsync(person, draft, ApplyScene.Relief());

        var (json, files) = await CopyAsync(person);

        Assert.All([id, mobile, no, ApplyScene.ValidCard, "每月缴费金额", "提交申请", "样例银行大连分行"], text => Assert.Contains(text, json, StringComparison.Ordinal));
        Assert.Contains("连续无收入月数", json, StringComparison.Ordinal);
        Assert.Contains(files, file => file.EndsWith("身份证.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_copy_has_a_page_to_read_that_holds_every_topic_and_no_script()
    {
        var person = await portal.AddApplicantAsync("<赵>六");
        var no = ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible()));
        using var zip = new MemoryStream();
        await portal.Get<DownloadMyData>().HandleAsync(person, () => zip);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        using var reader = new StreamReader(await archive.GetEntry(DownloadMyData.PageName)!.OpenAsync());

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await reader.ReadToEndAsync());

        Assert.Empty(page.QuerySelectorAll("script, link, img, [onclick]"));
        Assert.Equal(["账号", "企业", "企业认领", "草稿", "证照", "办件", "替企业提交的办件", "消息", "评价", "同意记录", "谁看过我的信息", "材料"], page.QuerySelectorAll("h2").Select(topic => topic.TextContent));
        Assert.Contains("<赵>六", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("td"), cell => cell.TextContent == no);
        Assert.Contains(page.QuerySelectorAll("th"), name => name.TextContent == "测算金额");
        Assert.All(page.QuerySelectorAll("a"), link => Assert.NotNull(archive.GetEntry(Uri.UnescapeDataString(link.GetAttribute("href")!))));
    }

    [Fact]
    public async Task A_firms_hires_and_their_contracts_are_not_the_clerks_own()
    {
        var hr = await portal.ActorAsync("hr");
        var firm = await _scene.FirmAsync();
        ApplyScene.Submitted(await _scene.ApplyAsync(hr, "hiring-grant", ApplyScene.Hiring(ApplyScene.GraduateHire()), firm));
        var draft = await _scene.StartAsync(hr, "hiring-grant", firm);
        await _scene.FillAsync(hr, draft, ApplyScene.Hiring(ApplyScene.GraduateHire("210103199901010003")));

        var (json, files) = await CopyAsync(hr);

        Assert.DoesNotContain("张三", json, StringComparison.Ordinal);
        Assert.DoesNotContain("210103199901010003", json, StringComparison.Ordinal);
        Assert.Contains("替企业填写的草稿", json, StringComparison.Ordinal);
        Assert.Empty(files);
    }

    [Fact]
    public async Task Taking_the_copy_is_written_down()
    {
        var person = await portal.AddApplicantAsync();

        await CopyAsync(person);

        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(AccessKind.OwnCopy, (await db.AccessEntries.SingleAsync(entry => entry.SubjectId == person.UserId)).Kind);
    }

    [Fact]
    public async Task By_the_form_the_password_is_asked_and_the_file_comes_as_a_zip()
    {
        var client = await new ScriptlessBrowser(portal).SignedInAsync("graduate");

        var wrong = await client.SendAsync("/me/privacy", "/me/privacy/data", null, ("Password", "not-mine-1"));
        var right = await client.SendAsync("/me/privacy", "/me/privacy/data", null, ("Password", DemoAccounts.Password));

        Assert.StartsWith("/me/privacy?download=Wrong", ScriptlessBrowser.TargetOf(wrong), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (right.StatusCode, right.Content.Headers.ContentType!.MediaType));
        Assert.True(right.Headers.CacheControl!.NoStore);
        using var zip = new ZipArchive(await right.Content.ReadAsStreamAsync());
        Assert.NotNull(zip.GetEntry(DownloadMyData.JsonName));
    }

    [Fact]
    public async Task Without_the_pages_own_token_nothing_is_handed_out()
    {
        var client = await new ScriptlessBrowser(portal).SignedInAsync("graduate");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostWithoutTokenAsync("/me/privacy/data")).StatusCode);
    }

    private async Task<(string Json, string[] Files)> CopyAsync(Actor person)
    {
        var stream = new MemoryStream();
        await portal.Get<DownloadMyData>().HandleAsync(person, () => stream);
        using var zip = new ZipArchive(new MemoryStream(stream.ToArray()));
        using var reader = new StreamReader(zip.GetEntry(DownloadMyData.JsonName)!.Open());
        return (await reader.ReadToEndAsync(), [.. zip.Entries.Where(entry => entry.Name is not (DownloadMyData.JsonName or DownloadMyData.PageName)).Select(entry => entry.FullName)]);
    }
}
