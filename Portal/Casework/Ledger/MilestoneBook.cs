using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;

namespace Portal.Casework.Ledger;

/// <param name="Sequences">The instalments that wait for it.</param>
/// <param name="PublicationDays">How long the result of an acceptance is published.</param>
public sealed record NextMilestone(MilestoneWindow Window, IReadOnlyList<int> Sequences, int PublicationDays);

/// <summary>Which milestone of a case may be told next, and what follows when it has come to pass: the instalments that waited for it fall due (R20).</summary>
public sealed class MilestoneBook(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, RulebookSource rulebooks, BusinessClock clock)
{
    /// <summary>R9, where the place sets no term of its own.</summary>
    private const int PublishedAtLeast = 7;

    /// <inheritdoc cref="NextAsync(PortalDbContext, Case, CancellationToken)"/>
    public async Task<NextMilestone?> NextAsync(Case record, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await NextAsync(db, record, cancellation);
    }

    /// <param name="record">With its instalments.</param>
    /// <returns>Null when nothing of the case waits for a milestone.</returns>
    public async Task<NextMilestone?> NextAsync(PortalDbContext db, Case record, CancellationToken cancellation = default)
    {
        if (record.State != CaseState.Approved || !record.Instalments.Exists(part => part.State == InstalmentState.Waiting)) return null;
        var (measure, rules) = (MeasureOf(record), await rulebooks.RulesAsync(cancellation));
        var periods = await db.BenefitClaims.Where(claim => claim.CaseId == record.Id).Select(claim => claim.Period).ToListAsync(cancellation);
        var days = PublicationDaysOf(rules, record.RegionCode, clock.Today);
        return Milestones.Next(record.Instalments.Select(part => part.Step), TermOf(measure, record, periods), clock.Today, days) is not { } window ? null
            : new NextMilestone(window, [.. Waiting(record, window.Trigger).Select(part => part.Sequence)], days);
    }

    /// <summary>Why a milestone cannot be as it is told; null when it can.</summary>
    public async Task<StepResult?> FaultAsync(PortalDbContext db, Case record, Milestone told, CancellationToken cancellation)
    {
        if (!Waiting(record, told.Trigger).Any()) return new StepResult.Refused($"没有等待“{told.Event}”的款项，或者已经登记过了。");
        if (told.Trigger == Trigger.Monthly && IsReleasedInMonth(record, told.HappenedOn, await rulebooks.RulesAsync(cancellation)))
            return new StepResult.Refused("这个月已经核对过领取资格，请下个月再登记。");
        if (await NextAsync(db, record, cancellation) is not { Window: var window } next || window.Trigger != told.Trigger)
            return new StepResult.Refused($"还没有轮到“{told.Event}”：前面的一步还没有登记，请按顺序办理。");
        if (!window.Holds(told.HappenedOn)) return StepResult.Wrong(Milestone.HappenedField, MilestoneTexts.Bounds(next));
        if (told.AcceptedOn is not { } accepted) return null;
        var possible = Milestones.AcceptedBefore(window, told.HappenedOn, next.PublicationDays);
        return possible.Holds(accepted) ? null : StepResult.Wrong(Milestone.AcceptedField, accepted > possible.Until
            ? $"验收合格以后要公示 {next.PublicationDays} 天，{told.HappenedOn:yyyy年M月d日} 公示期满的，验收最迟是 {possible.Until:yyyy年M月d日}。请核对两个日期。"
            : $"“验收合格的日期”不能早于 {possible.From:yyyy年M月d日}（在开班和培训过半以后）。");
    }

    /// <summary>Lets fall due what waited for a milestone, in the caller's unit of work, and says so in the history. The caller saves.</summary>
    /// <param name="record">Tracked, with its instalments.</param>
    /// <returns>Done, or why not; nothing was changed then.</returns>
    public async Task<StepResult> RecordAsync(PortalDbContext db, Case record, Milestone told, Actor actor, CancellationToken cancellation)
    {
        if (await FaultAsync(db, record, told, cancellation) is { } fault) return fault;
        var rules = await rulebooks.RulesAsync(cancellation);
        // What came to pass before the grant is paid in the term that the grant begins.
        var from = record.DecidedOn > told.HappenedOn ? record.DecidedOn.Value : told.HappenedOn;
        if (PaymentTerm.After(MeasureOf(record), told.Trigger, rules, record.RegionCode, from) is not { } due)
            return new StepResult.Refused("拨付期限还算不出来：节假日安排或拨付天数没有录入，请联系系统管理员。");
        var money = await CaseLedger.OpenAsync(db, record, clock, actor, cancellation);
        // A monthly benefit is released month by month, everything else at once.
        foreach (var part in Waiting(record, told.Trigger).Take(told.Trigger == Trigger.Monthly ? 1 : int.MaxValue).ToArray()) money.FallDue(part, due, told.HappenedOn);
        record.AddEvent(actor, clock, $"{told.InWords}，下一笔最迟 {due:yyyy年M月d日} 拨付");
        await db.CloseFilingsAsync(record, MilestoneFilingState.Accepted, actor, clock, cancellation);
        return new StepResult.Done();
    }

    /// <summary>The day on which what is paid for begins; null where no fact tells it.</summary>
    public static DateOnly? BeganOn(Measure measure, Case record) =>
        measure.Application.Began is { } fact ? CaseJson.ReadFacts(measure.Facts, record.FactsJson)[fact] : null;

    /// <summary>How long a result is published, in calendar days.</summary>
    public static int PublicationDaysOf(Rulebook rules, string region, DateOnly day) => rules.Days(SharedParameters.PublicationDays, region, day) ?? PublishedAtLeast;

    private static MilestoneTerm TermOf(Measure measure, Case record, IReadOnlyList<string> periods) => new(
        record.DecidedOn ?? record.SubmittedOn, BeganOn(measure, record),
        measure.Application.Claim is ClaimOfMonths months ? months.EndOf(CaseJson.ReadFacts(measure.Facts, record.FactsJson), periods) : null);

    private static IEnumerable<PaymentInstalment> Waiting(Case record, string trigger) =>
        record.Instalments.Where(part => part.Trigger == trigger && part.State == InstalmentState.Waiting).OrderBy(part => part.Sequence);

    private bool IsReleasedInMonth(Case record, DateOnly day, Rulebook rules) => PaymentTerm.IsReleasedInMonth(
        record.Instalments.Where(part => part.Trigger == Trigger.Monthly).Select(part => part.DueOn), MeasureOf(record), rules, record.RegionCode, day);

    private Measure MeasureOf(Case record) => catalog.Find(record.MeasureCode) ?? throw new InvalidOperationException($"Case {record.No} is of no measure in the catalogue.");
}
