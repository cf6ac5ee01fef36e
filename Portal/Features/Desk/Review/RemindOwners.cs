using Microsoft.EntityFrameworkCore;
using Portal.Casework.Messages;
using Portal.Casework.Rulebooks;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Deadlines;

namespace Portal.Features.Desk.Review;

/// <summary>Tells staff once of what they have taken on and what falls due today or on the next working day: one message a person.</summary>
internal sealed class RemindOwners(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock) : IDailyTask
{
    private const int NamedAtMost = 20;

    public string Name => "remind-owners";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        var until = OwnerReminder.Until((await rulebooks.RulesAsync(cancellation)).Calendar, today);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // As the queue has it: a case that comes back has its caseworker already.
        var due = await (
            from item in db.WorkItems
            where item.DoneAt == null && item.RemindedOn == null && item.DueOn >= today && item.DueOn <= until
            join found in db.Cases on item.Record equals found.No into cases
            from record in cases.DefaultIfEmpty()
            let owner = item.OwnerId ?? (item.Kind == WorkKind.ReviewCase || item.Kind == WorkKind.Appeal ? record.CaseworkerId : null)
            where owner != null
            orderby item.DueOn, item.Record
            select new { Item = item, Owner = owner!.Value, IsCase = record != null }).ToListAsync(cancellation);
        foreach (var mine in due.GroupBy(line => line.Owner))
        {
            var lines = mine.Take(NamedAtMost).Select(line => $"{line.Item.DueOn:M月d日}{CaseReviewTexts.Of(line.Item.Kind)}{(line.IsCase ? $" {line.Item.Record}" : "")}");
            db.Add(StaffMessages.ToDesk(mine.Key, $"有 {mine.Count()} 件待办就要到期",
                string.Join("；", lines) + (mine.Count() > NamedAtMost ? "；等等" : "") + "。请到工作台办理。", clock.Now));
            foreach (var line in mine) line.Item.RemindedOn = today;
        }

        await db.SaveChangesAsync(cancellation);
    }
}
