using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Data.Schedule;
using Portal.Domain.Values;

namespace Portal.Casework.Time;

/// <summary>The portal's own time: every date a rule, a deadline or a history entry sees comes from here.</summary>
/// <remarks>
/// Registered under its own type and never as the framework's clock, or sign-in cookies would be born expired.
/// Set by <c>Clock:Start</c> (<c>real</c>, or a date) and kept in the database, so that the command line moves
/// the clock of a running portal.
/// </remarks>
public sealed class BusinessClock(TimeProvider system, IDbContextFactory<PortalDbContext> databases, ClockOptions options)
{
    public static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>Called after this process has moved the clock, before <see cref="AdvanceAsync"/> returns.</summary>
    public event Func<Task>? Moved;

    public bool IsReal => options.IsReal;

    public DateTimeOffset Now => (system.GetUtcNow() + Offset()).ToOffset(ChinaStandardTime);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <param name="days">Whole days, 1 or more; the clock never goes back, or histories would contradict themselves.</param>
    /// <exception cref="InvalidOperationException">The portal runs in real time.</exception>
    public async Task<DateOnly> AdvanceAsync(int days, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        if (IsReal) throw new InvalidOperationException("The clock runs in real time and cannot be moved.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var setting = await SettingAsync(db, cancellation);
        setting.BusinessAnchor = setting.BusinessAnchor.AddDays(days);
        await db.SaveChangesAsync(cancellation);
        lock (_gate) _readAt = DateTimeOffset.MinValue;
        if (Moved is { } moved) await moved();
        return Today;
    }

    private TimeSpan Offset()
    {
        if (IsReal) return TimeSpan.Zero;
        lock (_gate)
        {
            var now = system.GetUtcNow();
            if (now - _readAt < Freshness) return _offset;
            using var db = databases.CreateDbContext();
            var setting = db.ClockSettings.Find(ClockSetting.TheOnly);
            // Before the first start has set the clock it stands at its start.
            _offset = setting is null ? options.Start - now : setting.BusinessAnchor - setting.RealAnchor;
            _readAt = now;
            return _offset;
        }
    }

    /// <summary>Sets the clock at the first start, and anew when another start is configured.</summary>
    public async Task EnsureStartedAsync(CancellationToken cancellation = default)
    {
        if (IsReal) return;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await SettingAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<ClockSetting> SettingAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var setting = await db.ClockSettings.SingleOrDefaultAsync(cancellation);
        if (setting is null) db.Add(setting = new ClockSetting { Start = "" });
        if (setting.Start == options.Text) return setting;
        // The clock starts anew: days that were done before it may lie ahead of it now, and who is at one still must not note it.
        await db.TaskDays.ExecuteDeleteAsync(cancellation);
        await db.Leases.Where(lease => lease.Name.StartsWith(TaskDay.LeasePrefix)).ExecuteDeleteAsync(cancellation);
        (setting.Start, setting.RealAnchor, setting.BusinessAnchor) = (options.Text, system.GetUtcNow(), options.Start);
        return setting;
    }
}

/// <summary><c>Clock:Start</c>: <c>real</c>, or the date at which the demo's clock starts, at nine in the morning.</summary>
public sealed record ClockOptions(string Text)
{
    public const string Real = "real";

    public bool IsReal => Text == Real;

    public DateTimeOffset Start => new(IsoDate.Parse(Text).ToDateTime(new TimeOnly(9, 0)), BusinessClock.ChinaStandardTime);

    /// <exception cref="InvalidOperationException">The text is neither a date nor <c>real</c>.</exception>
    public static ClockOptions From(IConfiguration configuration, bool isDemo)
    {
        var text = configuration["Clock:Start"] is { Length: > 0 } set ? set : isDemo ? "2020-11-16" : Real;
        return text == Real || IsoDate.TryParse(text, out _) ? new ClockOptions(text)
            : throw new InvalidOperationException($"Clock:Start is {text}; it may be 'real' or a date such as 2020-11-16.");
    }
}
