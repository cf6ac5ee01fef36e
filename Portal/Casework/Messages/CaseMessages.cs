using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Casework.Cases;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Messages;
using Portal.Domain.Cases;

namespace Portal.Casework.Messages;

/// <summary>Tells the applicant, and the administrators of the firm, of what others have done on their case.</summary>
/// <remarks>Whenever anything is saved: whoever writes a step into a history cannot forget the message, and both stand or fall together.</remarks>
internal sealed class CaseMessages : SaveChangesInterceptor
{
    /// <summary>What the reader has to know or to do; who looked at a case and who proposed what stands in its history.</summary>
    private static readonly CaseState[] News =
        [CaseState.CorrectionRequested, CaseState.AwaitingAccount, CaseState.Approved, CaseState.Refused, CaseState.Settled, CaseState.Appealed];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDbContext db) await AddAsync(db, cancellationToken);
        return result;
    }

    private static async Task AddAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var steps = db.ChangeTracker.Entries<CaseEvent>()
            .Where(entry => entry.State == EntityState.Added && News.Contains(entry.Entity.State)).Select(entry => entry.Entity).ToArray();
        if (steps.Length == 0) return;
        var cases = db.ChangeTracker.Entries<Case>().Select(entry => entry.Entity).ToDictionary(record => record.Id);
        var told = steps.Where(step => cases.ContainsKey(step.CaseId)).Select(step => (Step: step, Case: cases[step.CaseId])).ToArray();
        var firms = told.Select(pair => pair.Case.FirmId).OfType<Guid>().Distinct().ToArray();
        var members = firms.Length == 0 ? [] : await db.FirmMemberships.Where(member => firms.Contains(member.FirmId) && member.IsAdministrator)
            .Select(member => new { member.FirmId, member.UserId }).ToListAsync(cancellation);
        var administrators = members.ToLookup(member => member.FirmId, member => member.UserId);
        // A save that failed may be tried again on the same context: what it was about to say is not said twice.
        var written = db.ChangeTracker.Entries<Message>().Select(entry => (entry.Entity.UserId, entry.Entity.Subject, entry.Entity.At)).ToHashSet();
        foreach (var (step, record) in told)
            foreach (var reader in ReadersOf(record, record.FirmId is { } firm ? administrators[firm] : []).Where(reader => reader != step.ActorId).Distinct())
                if (written.Add((reader, SubjectOf(step, record), step.At)))
                    db.Add(Write(step, record, reader));
    }

    /// <param name="administrators">Of the case's firm; none for a person's own.</param>
    internal static IEnumerable<Guid> ReadersOf(Case record, IEnumerable<Guid> administrators) =>
        record.ApplicantId is { } applicant ? administrators.Prepend(applicant) : administrators;

    private static string SubjectOf(CaseEvent step, Case record) => step.What.Length <= 150 ? $"办件 {record.No}：{HistoryTexts.ToApplicant(step.What)}" : $"办件 {record.No}有新进展";

    internal static Message Write(CaseEvent step, Case record, Guid reader)
    {
        var message = new Message
        {
            UserId = reader,
            Record = record.No,
            Subject = SubjectOf(step, record),
            Body = step.Why is null ? HistoryTexts.ToApplicant(step.What) : $"{HistoryTexts.ToApplicant(step.What)}。{step.Why}",
            At = step.At,
        };
        message.Deliveries.AddRange(Enum.GetValues<Channel>().Select(channel => new Delivery { Channel = channel, DueAt = step.At, Version = Guid.CreateVersion7() }));
        return message;
    }
}
