using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Objections;

/// <param name="Facts">As typed, by the name of the fact.</param>
public sealed record CorrectedRow(string? Region, IReadOnlyDictionary<string, string> Facts, string? Finding);

/// <summary>A reviewer upholds the objection of a firm that was left out: it is decided again by corrected facts.</summary>
/// <remarks>By the values of the roster's own day, as the firms beside it were; who still does not qualify is told why instead.</remarks>
internal sealed class DecideAgain(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, SupplementRows supplements, BusinessClock clock)
{
    private readonly StabilizationRefund _measure = new();

    /// <returns>What to put right, by the name of the input, beside the step.</returns>
    public async Task<(RunStepResult Step, IReadOnlyDictionary<string, string> Faults)> HandleAsync(
        Actor actor, Guid objectionId, CorrectedRow corrected, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await DecideObjection.HoldRunAsync(db, objectionId, cancellation);
        if (await DecideObjection.FindAsync(db, actor, objectionId, cancellation) is not { IsLeftOut: true } view) return Ended(new RunStepResult.NotFound());
        if (view.Objection.State != ObjectionState.Open) return Ended(new RunStepResult.DoneBefore());
        if (CreditCode.TryParse(view.Row.CreditCode, out var code) != IdentifierFault.None)
            return Ended(new RunStepResult.Refused("这一行的统一社会信用代码无法识别，不能列入补充名单。请经办人员更正名册后重新上传。"));
        if (await RefuseAsync(db, actor, view, code, cancellation) is { } refusal) return Ended(new RunStepResult.Refused(refusal));
        var regions = await rulebooks.RegionsAsync(cancellation);
        var typed = TypedFacts.Read(_measure.Facts, corrected.Facts, clock.Today);
        if (Faults(corrected, typed, regions) is { Count: > 0 } faults) return (new RunStepResult.Refused("请改正下面几处后再提交。"), faults);
        var terms = _measure.TermsFor(await rulebooks.RulesAsync(cancellation), corrected.Region!, view.Run.AsOf);
        var decision = _measure.Decide(typed.Facts, terms);
        if (decision.Outcome != Outcome.Eligible) return Ended(new RunStepResult.Refused(Why(decision.Outcome, _measure.Assess(typed.Facts, terms))));
        try
        {
            var supplement = await supplements.AddAsync(db, view.Run, view.Row, code, corrected.Region!, typed.Facts, decision, actor, cancellation);
            view.Objection.SupplementId = supplement.Id;
            DecideObjection.Close(db, view, actor, clock, ObjectionState.Upheld, PlainText.Trim(corrected.Finding),
                $"第 {view.Row.Number} 行的异议成立，按更正后的信息重新认定，列入补充名单");
            await db.CloseWorkAsync(clock, WorkKind.Objection, objectionId.ToString(), actor, cancellation);
            await db.SaveChangesAsync(cancellation);
            await db.CloseIfDoneAsync(view.Run, actor, clock, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException collision) when (collision.IsCollision())
        {
            return Ended(new RunStepResult.Refused("同事刚刚也在办理这份名册的异议，请再提交一次。"));
        }

        return Ended(new RunStepResult.Done());
    }

    private static async Task<string?> RefuseAsync(PortalDbContext db, Actor actor, ObjectionView view, CreditCode code, CancellationToken cancellation)
    {
        if (await DecideObjection.RefuseOwnFirmAsync(db, actor, view, cancellation) is { } own) return own;
        // By the firm and not by the row: a row may have several objections, and a firm that the roster lists twice has two rows.
        return await db.ScreeningRuns.AnyAsync(
                run => run.SupplementOf == view.Run.Id && db.ScreenedFirms.Any(firm => firm.RunId == run.Id && firm.CreditCode == code.Value), cancellation)
            ? "这户企业已经重新认定过，不需要再列入补充名单。请选“异议不成立”，并写明已列入补充名单。" : null;
    }

    private static Dictionary<string, string> Faults(CorrectedRow corrected, TypedFacts typed, RegionDirectory regions)
    {
        var faults = new Dictionary<string, string>(typed.Faults);
        if (corrected.Region is not { } region || !regions.Contains(region)) faults["region"] = "请选择企业的参保地。";
        if (DecideObjection.RefuseFinding(corrected.Finding) is { } fault) faults["finding"] = fault;
        return faults;
    }

    private string Why(Outcome outcome, Assessment assessment) => outcome == Outcome.Ineligible
        ? $"按更正后的信息仍不符合：{string.Join("；", assessment.Unmet.Select(condition => condition.Text.TrimEnd('。')))}。请核对；确实不符合的，请选“异议不成立”。"
        : $"还缺少：{string.Join("、", assessment.Missing.Select(name => _measure.Facts.Find(name)!.Label))}。请补上再提交。";

    private static (RunStepResult, IReadOnlyDictionary<string, string>) Ended(RunStepResult step) => (step, new Dictionary<string, string>());
}
