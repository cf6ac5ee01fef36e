using Microsoft.EntityFrameworkCore;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Features.Desk.Review;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

/// <summary>Nobody is paid for more months in all than the notice allows, whatever was told when the applications were made.</summary>
public sealed class DeadlineCheckTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task The_portal_s_own_record_stops_at_the_term_what_was_within_it_when_it_was_applied_for()
    {
        var granted = await portal.FlexibleAsync();
        Assert.IsType<StepResult.Done>(await ApproveAsync(granted));
        var within = await portal.FlexibleAsync(monthsAlreadyPaid: 20);
        await SamePersonAsync(granted, within, ["2021-01", "2021-02", "2021-03"], alreadyGranted: ["2018-01", "2018-02"]);

        Assert.IsType<StepResult.Done>(await ApproveAsync(within));
        var over = await portal.FlexibleAsync(monthsAlreadyPaid: 21);
        await SamePersonAsync(granted, over, ["2021-04", "2021-05", "2021-06"], alreadyGranted: Enumerable.Range(1, 12).Select(month => $"2019-{month:00}"));
        await SamePersonAsync(granted, over, [], alreadyGranted: Enumerable.Range(1, 9).Select(month => $"2017-{month:00}"));

        var refused = Assert.IsType<StepResult.Refused>(await ApproveAsync(over));
        Assert.Contains("期限已满", refused.Message, StringComparison.Ordinal);
        Assert.Equal(CaseState.ApprovalProposed, (await portal.CaseAsync(over.No)).State);
    }

    /// <summary>Makes a case another of the same person, who was granted some months more on the first one.</summary>
    private async Task SamePersonAsync(Case first, Case other, string[] months, IEnumerable<string> alreadyGranted)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var subject = (await db.BenefitClaims.FirstAsync(claim => claim.CaseId == first.Id)).Subject;
        db.AddRange(alreadyGranted.Select(month => new BenefitClaim { CaseId = first.Id, MeasureCode = first.MeasureCode, Subject = subject, Period = month }));
        if (months.Length > 0)
        {
            await db.BenefitClaims.Where(claim => claim.CaseId == other.Id).ExecuteDeleteAsync();
            db.AddRange(months.Select(month => new BenefitClaim { CaseId = other.Id, MeasureCode = first.MeasureCode, Subject = subject, Period = month }));
        }

        await db.SaveChangesAsync();
    }

    private async Task<StepResult> ApproveAsync(Case record)
    {
        var reviewer = await portal.ActorAsync("reviewer");
        async Task<CaseRef> Seen() => new(record.No, (await portal.CaseAsync(record.No)).Version);
        await portal.Get<AssignCase>().HandleAsync(reviewer, await Seen());
        await portal.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(), null);
        return await portal.Get<DecideCase>().HandleAsync(await portal.ActorAsync("approver"), await Seen(), CaseAction.Approve, null);
    }
}
