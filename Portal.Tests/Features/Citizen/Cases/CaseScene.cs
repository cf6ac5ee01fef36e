using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Cases;

/// <summary>Cases as they stand after staff have acted on them.</summary>
internal sealed class CaseScene(PortalFactory portal)
{
    private readonly ApplyScene _apply = new(portal);

    private readonly List<string> _submitted = [];

    /// <summary>A graduate's case; few months can be claimed, so what other tests of the class have claimed is given up first.</summary>
    public async Task<Case> SubmittedAsync(Actor actor, string firstMonth = "2020-08", string months = "3")
    {
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.Set<BenefitClaim>().Where(claim => db.Cases.Any(record => record.Id == claim.CaseId && record.ApplicantId == actor.UserId && !_submitted.Contains(record.No)))
                .ExecuteUpdateAsync(claim => claim.SetProperty(one => one.GivenUpOn, portal.Get<BusinessClock>().Today));
        _submitted.Add(ApplyScene.Submitted(await _apply.ApplyAsync(actor, "flexible-social-insurance", ApplyScene.Flexible(firstMonth, months))));
        return await _apply.CaseAsync(_submitted[^1]);
    }

    public async Task<Case> FirmCaseAsync(Actor actor, string hireId) =>
        await _apply.CaseAsync(ApplyScene.Submitted(
            await _apply.ApplyAsync(actor, "hiring-grant", ApplyScene.Hiring(ApplyScene.GraduateHire(hireId)), await _apply.FirmAsync())));

    public Task<Case> CaseAsync(string no) => _apply.CaseAsync(no);

    public async Task<Case> WithCorrectionAskedAsync(Case record, DateOnly askedOn, string note = "缴费凭证看不清，请重新上传。")
    {
        var reviewer = await portal.ActorAsync("reviewer");
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            var tracked = await db.Cases.SingleAsync(c => c.Id == record.Id);
            Assert.True(tracked.TryTransition(CaseAction.RequestCorrection, reviewer, portal.Get<BusinessClock>(), "要求补正", note));
            (tracked.CorrectionAskedOn, tracked.CorrectionNote) = (askedOn, note);
            await db.CloseWorkAsync(portal.Get<BusinessClock>(), WorkKind.ReviewCase, record.No, reviewer);
            await db.SaveChangesAsync();
        }

        return await CaseAsync(record.No);
    }

    public async Task<IReadOnlyList<WorkItem>> OpenWorkAsync(string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.WorkItems.Where(item => item.Record == no && item.DoneAt == null).ToListAsync();
    }
}
