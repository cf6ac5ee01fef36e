using Microsoft.EntityFrameworkCore;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Citizen.Privacy;
using Portal.Features.Desk.Review;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Privacy;

/// <summary>What the privacy page promises: after its term a locked case no longer tells whose it was.</summary>
public sealed class EraseExpiredTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task After_the_term_name_account_answers_papers_and_markers_go_and_history_and_money_stay()
    {
        var no = await LockedAsync();
        var before = await _portal.CaseAsync(no);
        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            Assert.True(await db.Attachments.AnyAsync(file => file.CaseId == before.Id));
            Assert.NotNull(before.LockedName);
            Assert.NotNull(before.Account);
            var line = await db.BatchLines.AsNoTracking().SingleAsync(one => one.CaseId == before.Id);
            Assert.Equal(before.AccountHolder, line.Payee);
            Assert.DoesNotContain("李晓", line.Payee, StringComparison.Ordinal);
        }

        await _portal.DaysLaterAsync(before.LockedUntil!.Value.DayNumber - _portal.Get<BusinessClock>().Today.DayNumber);
        Assert.NotNull((await _portal.CaseAsync(no)).LockedName);
        await _portal.DaysLaterAsync(1);
        await _portal.RoundAsync();
        await _portal.DaysLaterAsync(1);

        var after = await _portal.CaseAsync(no);
        Assert.Equal((EraseExpired.Erased, null, null, null, null, "{}"), (after.ApplicantName, after.LockedName, after.AccountHolder, after.Bank, after.Account, after.FactsJson));
        Assert.Equal(before.LockedUntil.Value.AddDays(1), after.ErasedOn);
        Assert.Equal((before.Entitlement, before.State, before.Events.Count + 1), (after.Entitlement, after.State, after.Events.Count));
        await using var look = await _portal.Databases.CreateDbContextAsync();
        Assert.False(await look.Attachments.AnyAsync(file => file.CaseId == after.Id));
        Assert.False(await look.AttachmentContents.AnyAsync(content => !look.Attachments.Any(file => file.ContentId == content.Id)));
        Assert.False(await look.BenefitClaims.IgnoreQueryFilters().AnyAsync(claim => claim.CaseId == after.Id));
        var paid = await look.BatchLines.AsNoTracking().SingleAsync(line => line.CaseId == after.Id);
        Assert.Equal((EraseExpired.Erased, EraseExpired.Erased, "", new Money(100)), (paid.Payee, paid.Bank, paid.Account.Masked, paid.Amount));
        Assert.Equal("", _portal.Get<FieldVault>().Open(SealPurpose.BankAccount, paid.Account));
        Assert.True(await look.CaseDecisions.AnyAsync(decision => decision.CaseId == after.Id));
        Assert.NotNull(await _portal.Get<ShowCase>().HandleAsync(await _portal.ActorAsync("auditor"), no));
    }

    [Fact]
    public async Task A_case_whose_account_is_in_use_is_never_erased()
    {
        var no = (await _portal.FlexibleAsync()).No;

        await _portal.DaysLaterAsync(4000);

        Assert.Equal("李晓雨", (await _portal.CaseAsync(no)).ApplicantName);
    }

    public void Dispose() => _portal.Dispose();

    private void PutIntoBatch(PortalDbContext db, Case record)
    {
        var part = new PaymentInstalment { CaseId = record.Id, Sequence = 1, Trigger = "approval", Amount = new Money(100), State = InstalmentState.Lapsed };
        var batch = new PaymentBatch { No = "PC20201116-0001", RegionCode = record.RegionCode, State = BatchState.Cancelled, MadeById = Guid.CreateVersion7(), MadeByName = "周静", MadeAt = _portal.Get<BusinessClock>().Now };
        db.AddRange(part, batch, new BatchLine
        {
            BatchId = batch.Id,
            Sequence = 1,
            CaseId = record.Id,
            InstalmentId = part.Id,
            Amount = part.Amount,
            EndToEndId = "PC20201116-0001-000001",
            Payee = record.AccountHolder!,
            Bank = record.Bank!,
            Account = record.Account!.Copy(),
            State = LineState.Dropped,
            IsLive = false,
        });
    }

    /// <summary>Applied for, withdrawn, and the account closed.</summary>
    private async Task<string> LockedAsync()
    {
        var scene = new ApplyScene(_portal);
        var person = await PrivacyPeople.AddApplicantAsync(_portal);
        var no = ApplyScene.Submitted(await scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible()));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var record = await db.Cases.SingleAsync(c => c.No == no);
        Assert.True(record.TryTransition(CaseAction.Withdraw, person, _portal.Get<BusinessClock>(), "撤回申请"));
        PutIntoBatch(db, record);
        await db.SaveChangesAsync();
        await _portal.Get<Erasure>().RunAsync(db, person.UserId, _portal.Get<BusinessClock>().Now, default);
        return no;
    }
}
