using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data.Accounts;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Attachments;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>A firm's draft is the firm's: any member goes on with it, and nobody who has left.</summary>
public sealed class FirmDraftTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task A_colleague_goes_on_and_submits_and_the_list_says_who_changed_it_last()
    {
        var (hr, colleague, firm) = (await portal.ActorAsync("hr"), await portal.AddPersonAsync("吴会计"), await _scene.FirmAsync());
        await JoinAsync(colleague, firm);
        await _scene.ConsentAsync(colleague);
        var draft = await _scene.StartAsync(hr, "stabilization-refund", firm);

        var version = await _scene.FillAsync(colleague, draft, ApplyScene.Refund());

        var listed = Assert.Single((await portal.Get<ListApplications>().HandleAsync(hr, "stabilization-refund")).Drafts);
        Assert.Equal((draft.Id, "吴会计"), (listed.Id, listed.ChangedBy));
        var file = (await portal.Get<OpenDraft>().HandleAsync(hr, draft.Id))!.Attachments[0];
        Assert.NotNull(await portal.Get<DownloadAttachment>().HandleAsync(hr, file.Id));
        var record = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.SubmitAsync(colleague, draft.Id, version)));
        Assert.Equal(colleague.UserId, record.ApplicantId);
    }

    [Fact]
    public async Task Whoever_has_left_the_firm_finds_neither_the_draft_nor_its_papers()
    {
        var (leaver, firm) = (await portal.AddPersonAsync("郑会计"), await _scene.FirmAsync());
        await JoinAsync(leaver, firm);
        var draft = await _scene.StartAsync(leaver, "hiring-grant", firm);
        await _scene.FillAsync(leaver, draft, ApplyScene.Hiring(ApplyScene.GraduateHire()));
        var file = (await portal.Get<OpenDraft>().HandleAsync(leaver, draft.Id))!.Attachments[0];
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.FirmMemberships.Where(member => member.UserId == leaver.UserId).ExecuteDeleteAsync();

        Assert.Null(await portal.Get<OpenDraft>().HandleAsync(leaver, draft.Id));
        Assert.Null(await portal.Get<DownloadAttachment>().HandleAsync(leaver, file.Id));
        Assert.NotNull(await portal.Get<OpenDraft>().HandleAsync(await portal.ActorAsync("hr"), draft.Id));
    }

    private async Task JoinAsync(Actor person, Guid firm)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Add(new FirmMembership { FirmId = firm, UserId = person.UserId, Since = portal.Get<BusinessClock>().Now });
        await db.SaveChangesAsync();
    }
}
