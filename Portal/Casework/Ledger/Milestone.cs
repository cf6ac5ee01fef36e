using Portal.Casework.Steps;
using Portal.Domain.Values;

namespace Portal.Casework.Ledger;

/// <summary>Something that an instalment waited for, as somebody tells it.</summary>
/// <param name="Trigger">What it is, see <see cref="Domain.Rules.Trigger"/>.</param>
/// <param name="HappenedOn">The day; of an acceptance the day on which its publication was over.</param>
/// <param name="AcceptedOn">Of an acceptance alone: the day before its publication.</param>
public sealed record Milestone(string Trigger, DateOnly HappenedOn, DateOnly? AcceptedOn = null)
{
    public const string HappenedField = "happened-on";
    public const string AcceptedField = "accepted-on";

    public string Event => Domain.Rules.Trigger.EventOf(Trigger) ?? Trigger;

    /// <summary>Day and event as the history has them.</summary>
    public string InWords => AcceptedOn is { } accepted ? $"{accepted:yyyy年M月d日} 验收合格，{HappenedOn:yyyy年M月d日} 公示期满" : $"{HappenedOn:yyyy年M月d日} {Event}";

    /// <summary>Reads what was typed; days as 2020-11-20.</summary>
    public static (Milestone? Read, StepResult? Fault) Read(string? trigger, string? happened, string? accepted, DateOnly today)
    {
        if (!IsoDate.TryRead(happened, out var day)) return (null, StepResult.Wrong(HappenedField, "请填写是哪一天，例如 2020-11-20。"));
        if (day > today) return (null, StepResult.Wrong(HappenedField, $"日期不能晚于今天（{today:yyyy年M月d日}）。"));
        if (trigger is null || Domain.Rules.Trigger.EventOf(trigger) is null) return (null, new StepResult.Refused("请选择已经发生的是哪一件事。"));
        if (trigger != Domain.Rules.Trigger.Acceptance) return (new Milestone(trigger, day), null);
        return IsoDate.TryRead(accepted, out var before) ? (new Milestone(trigger, day, before), null)
            : (null, StepResult.Wrong(AcceptedField, "请填写“验收合格的日期”，例如 2020-11-20；公示从这以后开始。"));
    }
}
