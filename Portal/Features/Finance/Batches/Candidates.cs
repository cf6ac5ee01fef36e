using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Domain.Rules;

namespace Portal.Features.Finance.Batches;

/// <param name="MeasureCode">Null for every measure.</param>
/// <param name="City">A city or county within the actor's place; null for all of it.</param>
/// <param name="Until">Only what is due on this day or before; null for all that is due.</param>
/// <param name="Again">Also what the bank refused, though the account is still the same.</param>
public sealed record BatchFilter(string? MeasureCode = null, string? City = null, DateOnly? Until = null, bool Again = false);

/// <summary>Why an instalment that is due goes into no batch now, the weightiest first.</summary>
public enum Exclusion
{
    No,
    Party,

    /// <summary>Somebody keeps it back.</summary>
    Held,
    Disputed,
    NoAccount,
    AccountChanges,
    SameAccountRefused,

    /// <summary>An earlier instalment of the case is neither paid nor dropped.</summary>
    Earlier,

    /// <summary>What it is paid for has not begun.</summary>
    NotBegun,
    NothingLeft,
}

internal sealed class Candidate
{
    public required PaymentInstalment Part { get; init; }

    public required Case Record { get; init; }

    /// <summary>A <see cref="Exclusion"/>, as a number for the database to count by.</summary>
    public required int Why { get; init; }
}

internal static class Candidates
{
    /// <summary>What is due in the actor's place, each with why it is left out; in the order of <see cref="Milestones.Precedes"/>.</summary>
    private static readonly InstalmentState[] Open = [.. Enum.GetValues<InstalmentState>().Where(InstalmentStates.IsOpen)];

    public static IQueryable<Candidate> CandidatesFor(this PortalDbContext db, Actor actor, BatchFilter filter, DateOnly today)
    {
        var (middle, end) = (Milestones.InTheMiddle, Milestones.AtTheEnd);
        var cases = db.Cases.Where(record => record.State == CaseState.Approved).Within(actor.Place, record => record.RegionCode);
        if (filter.City is { } city) cases = cases.Within(city, record => record.RegionCode);
        if (filter.MeasureCode is { } measure) cases = cases.Where(record => record.MeasureCode == measure);
        var parts = db.PaymentInstalments.Where(part => part.State == InstalmentState.Due);
        if (filter.Until is { } until) parts = parts.Where(part => part.DueOn <= until);
        var (again, disputed) = (filter.Again, db.DisputedCases());
        return from part in parts
               join record in cases on part.CaseId equals record.Id
               select new Candidate
               {
                   Part = part,
                   Record = record,
                   Why = record.ApplicantId == actor.UserId
                           || record.FirmId != null && db.FirmMemberships.Any(member => member.FirmId == record.FirmId && member.UserId == actor.UserId) ? (int)Exclusion.Party
                       : part.HeldReason != null ? (int)Exclusion.Held
                       : disputed.Contains(record.Id) ? (int)Exclusion.Disputed
                       : record.Account == null || record.AccountHolder == null || record.Bank == null ? (int)Exclusion.NoAccount
                       : db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open) ? (int)Exclusion.AccountChanges
                       : !again && db.BatchLines.Any(line => line.InstalmentId == part.Id && (line.State == LineState.Refused || line.State == LineState.Returned)
                           && line.Account.Index == record.Account!.Index) ? (int)Exclusion.SameAccountRefused
                       : part.Trigger != Trigger.TopUp && db.PaymentInstalments.Any(other => other.CaseId == part.CaseId && other.Trigger != Trigger.TopUp && Open.Contains(other.State)
                           && ((end.Contains(other.Trigger) ? 2 : middle.Contains(other.Trigger) ? 1 : 0) < (end.Contains(part.Trigger) ? 2 : middle.Contains(part.Trigger) ? 1 : 0)
                               || other.Trigger == Trigger.Monthly && part.Trigger == Trigger.Monthly && other.Sequence < part.Sequence)) ? (int)Exclusion.Earlier
                       : part.HappenedOn > today ? (int)Exclusion.NotBegun
                       : part.Amount == part.SetOff ? (int)Exclusion.NothingLeft
                       : (int)Exclusion.No,
               };
    }
}
