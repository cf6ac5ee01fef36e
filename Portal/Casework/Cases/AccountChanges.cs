using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Messages;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Work;

namespace Portal.Casework.Cases;

/// <summary>An account as somebody gave it for a case.</summary>
/// <param name="BankCode">联行号; null where it was not given.</param>
public sealed record GivenAccount(string Holder, string Bank, SealedText Account, string? BankCode = null);

public static class AccountChanges
{
    /// <summary>The change of the case's account that waits for a second person; null when there is none.</summary>
    public static Task<AccountChange?> OpenAccountChangeAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation = default) =>
        db.AccountChanges.SingleOrDefaultAsync(change => change.CaseId == caseId && change.State == AccountChangeState.Open, cancellation);

    /// <summary>Lets an account wait for a second person, in the caller's unit of work, and tells everybody concerned.</summary>
    /// <param name="why">Beside the old and the new account, which the history shows masked.</param>
    /// <param name="title">Of the second person's task.</param>
    public static async Task AskAsync(
        this PortalDbContext db, Case record, Actor actor, GivenAccount given, string what, string? why, string title, DateOnly? due, BusinessClock clock,
        CancellationToken cancellation)
    {
        var change = new AccountChange
        {
            CaseId = record.Id,
            AskedById = actor.UserId,
            AskedByName = actor.Name,
            AskedAt = clock.Now,
            OldMasked = record.Account?.Masked,
            Holder = given.Holder,
            Bank = given.Bank,
            BankCode = given.BankCode,
            Account = given.Account,
        };
        db.Add(change);
        record.AddEvent(actor, clock, what, why is null ? change.InWords : $"{change.InWords}。{why}");
        // A payment that is being recorded at this moment must notice.
        record.Version = Guid.CreateVersion7();
        await db.NotifyPartiesAsync(record, record.Events[^1], cancellation);
        db.OpenWork(clock, WorkKind.AccountChange, record.No, $"{title}：{record.ApplicantName}", record.RegionCode, SecondPerson.RoleFor(record), due);
    }

    /// <summary>Closes it in the caller's unit of work, with what was to be done about it.</summary>
    public static async Task CloseAsync(
        this PortalDbContext db, AccountChange change, AccountChangeState state, Case record, Actor? actor, BusinessClock clock, CancellationToken cancellation)
    {
        (change.State, change.ClosedById, change.ClosedAt) = (state, actor?.UserId, clock.Now);
        await db.CloseWorkAsync(clock, WorkKind.AccountChange, record.No, actor, cancellation);
    }

    /// <summary>A closed case pays nothing: whoever was to confirm has nothing left to do.</summary>
    public static async Task LapseAccountChangeAsync(this PortalDbContext db, Case record, Actor actor, BusinessClock clock, CancellationToken cancellation)
    {
        if (await db.OpenAccountChangeAsync(record.Id, cancellation) is { } change)
            await db.CloseAsync(change, AccountChangeState.Lapsed, record, actor, clock, cancellation);
    }
}
