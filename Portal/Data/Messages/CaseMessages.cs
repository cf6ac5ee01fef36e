using Microsoft.EntityFrameworkCore;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Data.Messages;

/// <summary>Tells the applicant, and the administrators of the firm, of what others have done on their case.</summary>
/// <remarks>Called by the context when it saves: whoever writes a step into a history cannot forget the message, and both stand or fall together.</remarks>
internal static class CaseMessages
{
    /// <summary>What the reader has to know or to do; who looked at a case and who proposed what stands in its history.</summary>
    private static readonly CaseState[] News =
        [CaseState.CorrectionRequested, CaseState.AwaitingAccount, CaseState.Approved, CaseState.Refused, CaseState.Settled, CaseState.Appealed];

    public static async Task AddCaseMessagesAsync(this PortalDbContext db, CancellationToken cancellation)
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

    /// <summary>Tells everybody concerned of a step, whoever took it too: what moves money must not pass unnoticed in a stolen session.</summary>
    /// <param name="step">Already in the history of the case.</param>
    public static async Task TellEverybodyAsync(this PortalDbContext db, Case record, CaseEvent step, CancellationToken cancellation)
    {
        var administrators = await db.FirmMemberships.Where(member => member.FirmId == record.FirmId && member.IsAdministrator)
            .Select(member => member.UserId).ToListAsync(cancellation);
        foreach (var reader in ReadersOf(record, administrators).Distinct()) db.Add(Write(step, record, reader));
    }

    /// <param name="administrators">Of the case's firm; none for a person's own.</param>
    private static IEnumerable<Guid> ReadersOf(Case record, IEnumerable<Guid> administrators) =>
        record.ApplicantId is { } applicant ? administrators.Prepend(applicant) : administrators;

    private static string SubjectOf(CaseEvent step, Case record) => step.What.Length <= 150 ? $"办件 {record.No}：{step.What}" : $"办件 {record.No}有新进展";

    private static Message Write(CaseEvent step, Case record, Guid reader)
    {
        var message = new Message
        {
            UserId = reader,
            Record = record.No,
            Subject = SubjectOf(step, record),
            Body = step.Why is null ? step.What : $"{step.What}。{step.Why}",
            At = step.At,
        };
        message.Deliveries.AddRange(Enum.GetValues<Channel>().Select(channel => new Delivery { Channel = channel, DueAt = step.At }));
        return message;
    }
}
