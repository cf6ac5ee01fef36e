using Portal.Domain.Rules;

namespace Portal.Casework.Ledger;

/// <summary>What is said of a milestone that waits, to staff and applicants alike.</summary>
public static class MilestoneTexts
{
    /// <summary>Between which days it can lie, and why.</summary>
    public static string Bounds(NextMilestone next) =>
        $"“{Trigger.EventOf(next.Window.Trigger)}”最早是 {next.Window.From:yyyy年M月d日}{Why(next)}，最迟是今天（{next.Window.Until:yyyy年M月d日}）。";

    /// <summary>As <see cref="Bounds"/>, while it cannot have come to pass yet.</summary>
    public static string NotYet(NextMilestone next) =>
        $"“{Trigger.EventOf(next.Window.Trigger)}”最早是 {next.Window.From:yyyy年M月d日}{Why(next)}，到那天以后再办。";

    /// <summary>Which instalments wait: 第 2 笔, 第 2、3 笔.</summary>
    public static string Parts(NextMilestone next) =>
        next.Window.Trigger == Trigger.Monthly ? $"第 {next.Sequences[0]} 笔" : $"第 {string.Join("、", next.Sequences)} 笔";

    private static string Why(NextMilestone next) => next.Window.Trigger switch
    {
        Trigger.Halfway => "（不早于开班）",
        Trigger.Acceptance => $"（在开班和培训过半以后验收，再公示 {next.PublicationDays} 天）",
        Trigger.PeriodEnd => "（申请的最后一个月过完）",
        Trigger.InternshipEnd => "（申请的最后一个见习月过完）",
        Trigger.Monthly => "（不早于决定和上次核对）",
        _ => "（不早于作出决定的日期；更早就发生了的，填那一天）",
    };
}
