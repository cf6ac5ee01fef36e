using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Components.Ui;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>How the desk's pages call things.</summary>
internal static class CaseReviewTexts
{
    public static string Of(WorkKind kind) => kind switch
    {
        WorkKind.ReviewCase => "审核",
        WorkKind.ApproveCase => "复核",
        WorkKind.PayInstalments => "拨付",
        WorkKind.ApproveFirmClaim => "企业认领",
        WorkKind.Objection => "公示异议",
        WorkKind.Appeal => "申诉",
        WorkKind.BadRating => "差评回访",
        WorkKind.Warning => "预警",
        WorkKind.ApproveRuleChange => "标准修改复核",
        WorkKind.AccountChange => "收款账户确认",
        WorkKind.LateCase => "办理超期",
        WorkKind.LatePayment => "拨付超期",
        WorkKind.ReleaseStopped => "没有自动放行",
        WorkKind.UnansweredRefunds => "企业没有确认账户",
        WorkKind.ApproveBatch => "拨付批次复核",
        WorkKind.BankRefusal => "银行退回",
        WorkKind.BankDispute => "银行回执核实",
        WorkKind.ApproveRedetermination => "重新核定复核",
        WorkKind.CollectRecovery => "追缴",
        WorkKind.ApproveWaiver => "撤销追缴复核",
        WorkKind.Milestone => "拨付条件核对",
        WorkKind.NoCorrection => "补正没有答复",
        WorkKind.ConfirmPublication => "公示确认",
        WorkKind.ExportBatch => "拨付批次导出",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(CaseState state) => CaseTransitions.ToChineseForStaff(state);

    public static Tone ToneOf(CaseState state) => state switch
    {
        CaseState.Approved or CaseState.Settled => Tone.Success,
        CaseState.Refused => Tone.Danger,
        CaseState.CorrectionRequested or CaseState.AwaitingAccount => Tone.Warning,
        CaseState.Withdrawn => Tone.Neutral,
        _ => Tone.Info,
    };

    public static string Button(CaseAction step) => step switch
    {
        CaseAction.TakeUp => "领取办理",
        CaseAction.RequestCorrection => "请申请人补正",
        CaseAction.ProposeApproval => "拟同意",
        CaseAction.ProposeRefusal => "拟不予支持",
        CaseAction.Approve => "同意",
        CaseAction.Refuse => "不予支持",
        CaseAction.ReturnToReview => "退回重新审核",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>What is said after a step, by the word in the address; null for any other word.</summary>
    public static string? Told(string? done) => done switch
    {
        nameof(CaseAction.TakeUp) => "这件申请已由您办理。请核对事实和材料，再提出意见。",
        nameof(CaseAction.RequestCorrection) => "已请申请人补正，办理时限暂停计算。补正后会回到待办里。",
        nameof(CaseAction.ProposeApproval) or nameof(CaseAction.ProposeRefusal) => "审核意见已提交，等另一位同事复核。",
        nameof(CaseAction.Approve) => "已同意，拨付计划已生成，财务人员会在待办里看到。",
        nameof(CaseAction.Refuse) => "已决定不予支持，申请人会看到理由。",
        nameof(CaseAction.ReturnToReview) => "已退回，审核人员会在待办里看到。",
        "verified" => "核实的情况已登记，条件和金额已经重新算好。",
        "paid" => "这一笔拨付已登记。",
        "account" => "收款账户的确认已办理，申请人已收到消息。",
        "change-proposed" => "重新核定已提交，等另一位同事复核。",
        "change-approved" => "已同意重新核定，拨付计划和台账已经改好，申请人会收到消息。",
        "change-closed" => "这项重新核定没有生效，核定金额不变。",
        "milestone" => "已登记，下一笔的拨付期限已算好。",
        "extended" => "补正的期限已延长，申请人会收到消息。",
        nameof(CaseAction.EndCorrection) => "已回到审核中，剩下的办理时限接着计算。请提出意见。",
        "milestone-closed" => "已告诉申请人没有认可和原因，可以重新填报。",
        _ => null,
    };

    /// <summary>Where one deals with a work item, or sees it; null where no page does yet.</summary>
    public static string? Href(QueueRow row, Actor actor) => row.Kind switch
    {
        WorkKind.ReviewCase or WorkKind.Appeal or WorkKind.ApproveCase or WorkKind.PayInstalments
            or WorkKind.BankRefusal or WorkKind.LateCase or WorkKind.LatePayment => $"/desk/cases/{row.Record}",
        WorkKind.AccountChange => $"/desk/cases/{row.Record}/change-account",
        WorkKind.Milestone => $"/desk/cases/{row.Record}/milestone",
        WorkKind.NoCorrection => $"/desk/cases/{row.Record}/correction",
        WorkKind.ConfirmPublication => $"/runs/{row.Record}/publish",
        WorkKind.ReleaseStopped => $"/runs/{row.Record}",
        WorkKind.UnansweredRefunds => $"/desk/refunds?run={row.Record}",
        WorkKind.ApproveRedetermination => $"/desk/cases/{row.Record}/change",
        WorkKind.CollectRecovery or WorkKind.ApproveWaiver => $"/desk/recoveries/{row.Record}",
        WorkKind.ApproveFirmClaim => $"/desk/claims/{row.Record}",
        WorkKind.BadRating => actor.Is(Roles.Supervisor) ? $"/desk/ratings/{row.Record}" : $"/desk/cases/{row.Record}",
        WorkKind.Objection => $"/desk/objections/{row.Record}",
        WorkKind.ApproveBatch or WorkKind.ExportBatch => $"/desk/batches/{row.Record}",
        WorkKind.BankDispute => Guid.TryParse(row.Record, out _) ? $"/desk/answers/{row.Record}" : $"/desk/batches/lines/{row.Record}",
        WorkKind.ApproveRuleChange => $"/admin/changes/{row.Record}",
        WorkKind.Warning when CalendarWatch.IsAbout(row.Record) => "/admin/calendar",
        _ => null,
    };
}
