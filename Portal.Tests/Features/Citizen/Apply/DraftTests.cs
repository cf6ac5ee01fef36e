using Microsoft.EntityFrameworkCore;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply;

public sealed class DraftTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task What_was_typed_comes_back_as_it_was_and_lies_sealed()
    {
        var graduate = await portal.ActorAsync("graduate");
        var draft = await _scene.StartAsync(graduate, "flexible-social-insurance");
        var content = ApplyScene.Flexible();
        content.Measures[0].Answers["monthlyContribution"] = "大约 1000";
        await _scene.FillAsync(graduate, draft, content);

        var opened = await portal.Get<OpenDraft>().HandleAsync(graduate, draft.Id);

        Assert.Equal("大约 1000", opened!.Content.Measures[0].Answers["monthlyContribution"]);
        Assert.Equal(ApplyScene.ValidCard, opened.Content.Account);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var stored = await db.Drafts.Where(d => d.Id == draft.Id).Select(d => d.ContentJson).SingleAsync();
        Assert.DoesNotContain("{", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(ApplyScene.ValidCard, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_and_may_choose_to_save_over()
    {
        var graduate = await portal.ActorAsync("graduate");
        var draft = await _scene.StartAsync(graduate, "flexible-social-insurance");
        var save = portal.Get<SaveDraft>();
        await save.HandleAsync(graduate, draft.Id, ApplyScene.Flexible("2020-01"), draft.Version);

        var stale = Assert.IsType<SaveDraftResult.Stale>(await save.HandleAsync(graduate, draft.Id, ApplyScene.Flexible("2020-02"), draft.Version));
        Assert.Equal("2020-01", (await portal.Get<OpenDraft>().HandleAsync(graduate, draft.Id))!.Content.Measures[0].FirstMonth);

        Assert.IsType<SaveDraftResult.Saved>(await save.HandleAsync(graduate, draft.Id, ApplyScene.Flexible("2020-02"), stale.Current));
    }

    [Fact]
    public async Task A_file_from_one_tab_does_not_hide_what_another_has_saved()
    {
        var graduate = await portal.ActorAsync("graduate");
        var draft = await _scene.StartAsync(graduate, "flexible-social-insurance");
        await portal.Get<SaveDraft>().HandleAsync(graduate, draft.Id, ApplyScene.Flexible("2020-01"), draft.Version);

        var attached = Assert.IsType<AttachFileResult.Attached>(
            await portal.Get<AttachFile>().HandleAsync(graduate, draft.Id, draft.Version, "身份证", "id.pdf", ApplyScene.Pdf));

        Assert.IsType<SaveDraftResult.Stale>(await portal.Get<SaveDraft>().HandleAsync(graduate, draft.Id, new DraftContent(), attached.Version));
    }

    [Theory]
    [InlineData("setup.pdf", "MZ\u0090", "不是 PDF、JPG 或 PNG")]
    [InlineData("empty.pdf", "", "是空的")]
    public async Task A_bad_file_is_refused_by_name_and_nothing_is_stored(string name, string content, string complaint)
    {
        var graduate = await portal.ActorAsync("graduate");
        var draft = await _scene.StartAsync(graduate, "flexible-social-insurance");

        var refused = Assert.IsType<AttachFileResult.Refused>(await portal.Get<AttachFile>().HandleAsync(
            graduate, draft.Id, draft.Version, "身份证", name, System.Text.Encoding.Latin1.GetBytes(content)));

        Assert.Contains($"“{name}”", refused.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
        Assert.Empty((await portal.Get<OpenDraft>().HandleAsync(graduate, draft.Id))!.Attachments);
    }

    [Fact]
    public async Task A_file_of_40_megabytes_is_refused_by_name()
    {
        var graduate = await portal.ActorAsync("graduate");
        var draft = await _scene.StartAsync(graduate, "flexible-social-insurance");
        var bytes = new byte[40 * 1024 * 1024];
        ApplyScene.Pdf.CopyTo(bytes, 0);

        var refused = Assert.IsType<AttachFileResult.Refused>(
            await portal.Get<AttachFile>().HandleAsync(graduate, draft.Id, draft.Version, "身份证", "scan.pdf", bytes));

        Assert.Contains("“scan.pdf”超过 10 MB", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discarded_draft_takes_its_files_along()
    {
        var graduate = await portal.ActorAsync("graduate");
        var draft = await _scene.StartAsync(graduate, "flexible-social-insurance");
        await _scene.FillAsync(graduate, draft, ApplyScene.Flexible());

        Assert.True(await portal.Get<DiscardDraft>().HandleAsync(graduate, draft.Id));

        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.False(await db.Attachments.AnyAsync(file => file.DraftId == draft.Id));
        Assert.DoesNotContain((await portal.Get<ListApplications>().HandleAsync(graduate, "flexible-social-insurance")).Drafts, d => d.Id == draft.Id);
    }
}
