using Microsoft.EntityFrameworkCore;
using Portal.Casework.Cases;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Recoveries;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>Marks parts whose day is over and that are not paid back, and tells the payee, once each.</summary>
internal sealed class MarkLateRecoveries(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : IDailyTask
{
    private const int AtATime = 100;

    public string Name => "mark-late-recoveries";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var listing = await databases.CreateDbContextAsync(cancellation);
        var ids = await listing.Recoveries.Where(recovery => recovery.ClosedOn == null && recovery.Parts.Any(part => part.LateOn == null && part.DueOn < today))
            .OrderBy(recovery => recovery.Id).Select(recovery => recovery.Id).ToListAsync(cancellation);
        foreach (var chunk in ids.Chunk(AtATime))
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var open = await db.Recoveries.Include(one => one.Case).Include(one => one.Parts).Where(one => chunk.Contains(one.Id)).ToListAsync(cancellation);
            foreach (var recovery in open) Mark(recovery, today);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private void Mark(Recovery recovery, DateOnly today)
    {
        var late = recovery.OpenParts.Where(part => part.Open > Money.Zero && part.Part.LateOn is null && part.Part.DueOn < today).ToArray();
        foreach (var (part, open) in late)
        {
            part.LateOn = today;
            recovery.Case.AddEvent(null, clock, $"应在 {part.DueOn:yyyy年M月d日} 前退回的款项还有 {open.ToChinese()} 没有收到", "请尽快退回；有困难或者有不同意见，请联系办理单位。");
        }

        if (late.Length > 0) recovery.Version = Guid.CreateVersion7();
    }
}
