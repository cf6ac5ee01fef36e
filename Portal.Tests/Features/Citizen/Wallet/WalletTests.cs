using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data.Accounts;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Wallet;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Wallet;

/// <summary>A certificate is uploaded once and used again, by whose it is and nobody else.</summary>
public sealed class WalletTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task A_paper_kept_from_one_application_is_used_in_the_next_with_the_same_bytes()
    {
        var person = await portal.AddApplicantAsync("李一");
        var draft = await FilledAsync(person, "flexible-social-insurance", ApplyScene.Flexible());
        var paper = draft.Attachments.First(file => file.Material == "身份证");
        Assert.True(await portal.Get<KeepDocument>().HandleAsync(person, draft.Id, paper.Id));
        Assert.True(await portal.Get<KeepDocument>().HandleAsync(person, draft.Id, paper.Id));

        var next = await _scene.StartAsync(person, "startup-loan-interest");
        var kept = Assert.Single(next.Kept);
        var used = Assert.IsType<AttachFileResult.Attached>(await portal.Get<UseDocument>().HandleAsync(person, next.Id, next.Version, kept.Id));

        Assert.Equal(("身份证", true), (used.File.Material, used.File.IsKept));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Single(await db.Attachments.Where(file => file.Id == paper.Id || file.Id == used.File.Id).Select(file => file.ContentId).Distinct().ToListAsync());
    }

    [Fact]
    public async Task A_certificate_of_who_somebody_is_is_handed_in_by_itself_and_a_months_receipt_never()
    {
        var person = await portal.AddApplicantAsync("李八");
        await KeepAsync(person, "身份证");
        var filled = await FilledAsync(person, "flexible-social-insurance", ApplyScene.Flexible());
        await portal.Get<KeepDocument>().HandleAsync(person, filled.Id, filled.Attachments.First(file => file.Material == "社会保险缴费凭证").Id);
        var receipt = (await portal.Get<ListDocuments>().HandleAsync(person))[0].Documents.Single(document => document.Kind == "社会保险缴费凭证");

        var draft = await _scene.StartAsync(person, "flexible-social-insurance");

        Assert.Equal("身份证", Assert.Single(draft.Attachments).Material);
        Assert.Equal(["身份证"], draft.Kept.Select(document => document.Material));
        var refused = Assert.IsType<AttachFileResult.Refused>(await portal.Get<UseDocument>().HandleAsync(person, draft.Id, draft.Version, receipt.Id));
        Assert.Contains("以前月份的凭证", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_certificate_is_shown_as_such_and_refused()
    {
        var person = await portal.AddApplicantAsync("李二");
        await KeepAsync(person, "身份证", "2020-11-15");
        var draft = await _scene.StartAsync(person, "pension-deferral");

        var kept = Assert.Single(draft.Kept);
        Assert.True(kept.IsExpired);
        var refused = Assert.IsType<AttachFileResult.Refused>(await portal.Get<UseDocument>().HandleAsync(person, draft.Id, draft.Version, kept.Id));
        Assert.Contains("2020年11月15日，已经过期", refused.Message, StringComparison.Ordinal);

        await portal.Get<DateDocument>().HandleAsync(person, kept.Id, "2020-11-16");
        Assert.IsType<AttachFileResult.Attached>(await portal.Get<UseDocument>().HandleAsync(person, draft.Id, draft.Version, kept.Id));
    }

    [Fact]
    public async Task Removing_a_certificate_leaves_the_paper_of_an_application_and_the_last_one_takes_the_bytes()
    {
        var person = await portal.AddApplicantAsync("李三");
        await KeepAsync(person, "身份证");
        var draft = await _scene.StartAsync(person, "pension-deferral");
        await portal.Get<UseDocument>().HandleAsync(person, draft.Id, draft.Version, draft.Kept[0].Id);
        var content = await ContentAsync(draft.Kept[0].Id);

        Assert.True(await portal.Get<RemoveDocument>().HandleAsync(person, draft.Kept[0].Id));
        Assert.True(await IsStoredAsync(content));
        Assert.True(await portal.Get<DiscardDraft>().HandleAsync(person, draft.Id));
        Assert.False(await IsStoredAsync(content));
    }

    [Fact]
    public async Task A_discarded_application_leaves_the_certificate()
    {
        var person = await portal.AddApplicantAsync("李四");
        var draft = await FilledAsync(person, "flexible-social-insurance", ApplyScene.Flexible());
        await portal.Get<KeepDocument>().HandleAsync(person, draft.Id, draft.Attachments[0].Id);
        await portal.Get<DiscardDraft>().HandleAsync(person, draft.Id);

        var document = Assert.Single((await portal.Get<ListDocuments>().HandleAsync(person))[0].Documents);
        Assert.Equal(ApplyScene.Pdf, (await portal.Get<DownloadDocument>().HandleAsync(person, document.Id))!.Bytes);
    }

    [Fact]
    public async Task Nobody_else_sees_uses_dates_or_removes_a_certificate()
    {
        var (owner, stranger) = (await portal.AddApplicantAsync("李五"), await portal.AddApplicantAsync("李六"));
        await KeepAsync(owner, "身份证");
        var document = (await portal.Get<ListDocuments>().HandleAsync(owner))[0].Documents[0];
        var draft = await _scene.StartAsync(stranger, "pension-deferral");

        Assert.Empty(draft.Kept);
        Assert.IsType<AttachFileResult.Refused>(await portal.Get<UseDocument>().HandleAsync(stranger, draft.Id, draft.Version, document.Id));
        await portal.Get<DateDocument>().HandleAsync(stranger, document.Id, "2019-01-01");
        await portal.Get<RemoveDocument>().HandleAsync(stranger, document.Id);
        Assert.Null(await portal.Get<DownloadDocument>().HandleAsync(stranger, document.Id));
        Assert.Null(await portal.Get<DownloadDocument>().HandleAsync(await portal.ActorAsync("admin"), document.Id));
        Assert.Null(Assert.Single((await portal.Get<ListDocuments>().HandleAsync(owner))[0].Documents).ValidUntil);
    }

    [Fact]
    public async Task A_firms_certificate_is_its_members_as_long_as_they_are_members()
    {
        var (hr, colleague, firm) = (await portal.ActorAsync("hr"), await portal.AddApplicantAsync("李七"), await _scene.FirmAsync());
        await KeepAsync(hr, "营业执照", firm: firm);
        Assert.NotEmpty(await portal.Get<AddDocument>().HandleAsync(colleague, Form("营业执照", null, firm)));

        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            db.Add(new FirmMembership { FirmId = firm, UserId = colleague.UserId, Since = portal.Get<BusinessClock>().Now });
            await db.SaveChangesAsync();
        }

        Assert.Single((await _scene.StartAsync(colleague, "stabilization-refund", firm)).Kept);
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.FirmMemberships.Where(member => member.UserId == colleague.UserId).ExecuteDeleteAsync();
        Assert.Single(await portal.Get<ListDocuments>().HandleAsync(colleague));
    }

    [Theory]
    [InlineData("身份证", "2025-13-01", "有效期请填写日期")]
    [InlineData("别的", "", "请选择是什么证照")]
    [InlineData("营业执照副本", "", "请选择是什么证照")]
    public async Task What_cannot_be_read_is_told_and_nothing_is_kept(string kind, string validUntil, string complaint)
    {
        var person = await portal.AddApplicantAsync("李八");

        var errors = await portal.Get<AddDocument>().HandleAsync(person, Form(kind, validUntil, null));

        Assert.Contains(complaint, Assert.Single(errors).Message, StringComparison.Ordinal);
        Assert.Empty((await portal.Get<ListDocuments>().HandleAsync(person))[0].Documents);
    }

    [Fact]
    public async Task The_page_dates_and_removes_without_scripts()
    {
        await KeepAsync(await portal.ActorAsync("graduate"), "身份证");
        var graduate = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        var document = (await portal.Get<ListDocuments>().HandleAsync(await portal.ActorAsync("graduate")))[0].Documents[0];

        await graduate.PostAsync("/me/documents", "date", ("Change.Id", $"{document.Id}"), ("Change.ValidUntil", "2019-06-30"));
        Assert.Contains("已过期", System.Net.WebUtility.HtmlDecode(await (await graduate.GetAsync("/me/documents")).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await graduate.PostAsync("/me/documents", "remove", ("Change.Id", $"{document.Id}"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await graduate.GetAsync($"/me/documents/{document.Id}")).StatusCode);
    }

    private async Task<OpenedDraft> FilledAsync(Actor person, string measure, DraftContent content)
    {
        var draft = await _scene.StartAsync(person, measure);
        await _scene.FillAsync(person, draft, content);
        return (await portal.Get<OpenDraft>().HandleAsync(person, draft.Id))!;
    }

    private async Task KeepAsync(Actor person, string kind, string? validUntil = null, Guid? firm = null) =>
        Assert.Empty(await portal.Get<AddDocument>().HandleAsync(person, Form(kind, validUntil, firm)));

    private static DocumentForm Form(string kind, string? validUntil, Guid? firm) => new()
    {
        Firm = firm,
        Kind = kind,
        ValidUntil = validUntil,
        File = new FormFile(new MemoryStream(ApplyScene.Pdf), 0, ApplyScene.Pdf.Length, "Form.File", "证照.pdf"),
    };

    private async Task<Guid> ContentAsync(Guid document)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.WalletDocuments.Where(kept => kept.Id == document).Select(kept => kept.ContentId).SingleAsync();
    }

    private async Task<bool> IsStoredAsync(Guid content)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.AttachmentContents.AnyAsync(stored => stored.Id == content);
    }
}
