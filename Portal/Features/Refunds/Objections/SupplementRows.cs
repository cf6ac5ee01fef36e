using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Components.Runs;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Screening;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Objections;

/// <summary>Adds a firm that was left out, and has been decided again, to a supplementary run (补充名单) of its run.</summary>
/// <remarks>
/// The outcome that was stored stays as it is. The supplement is published, objected to, released and paid like any list,
/// by other people than the reviewer; one that nobody has published yet takes up further firms.
/// </remarks>
internal sealed class SupplementRows(BusinessClock clock)
{
    /// <summary>Works in the caller's transaction and saves.</summary>
    public async Task<ScreeningRun> AddAsync(
        PortalDbContext db, ScreeningRun original, ScreeningRow row, CreditCode code, string region, FactSet facts, Decision decision, Actor actor,
        CancellationToken cancellation)
    {
        // Two may have been begun at once: either will do, as long as it is the same for everybody.
        var run = await db.ScreeningRuns.Where(run => run.SupplementOf == original.Id && run.State == RunState.Screened)
            .OrderBy(run => run.Id).FirstOrDefaultAsync(cancellation) ?? Begin(db, original, actor);
        var added = Copy(run.Id, run.RowsRead + 1, row, region, facts, decision);
        db.Add(added);
        db.Add(RowSearchIndex.Pack(run.Id, [added]));
        db.Add(new ScreenedFirm { RunId = run.Id, CreditCode = code.Value, Number = added.Number, Outcome = added.Outcome, Amount = added.Amount });
        await CountAsync(db, run, added, cancellation);
        run.AddEvent(actor, clock, $"第 {added.Number} 行：原名册第 {row.Number} 行异议成立，重新认定为{RunTexts.ToChinese(added.Outcome)}");
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    private ScreeningRun Begin(PortalDbContext db, ScreeningRun original, Actor actor)
    {
        var run = new ScreeningRun
        {
            FileName = CutName("补充名单：" + original.FileName),
            Sha256 = "",
            RegionCode = original.RegionCode,
            AsOf = original.AsOf,
            State = RunState.Screened,
            SupplementOf = original.Id,
            UploadedById = actor.UserId,
            UploadedByName = actor.Name,
            UploadedAt = clock.Now,
        };
        db.Add(run);
        return run;
    }

    private static ScreeningRow Copy(Guid runId, int number, ScreeningRow row, string region, FactSet facts, Decision decision) => new()
    {
        RunId = runId,
        Number = number,
        CreditCode = row.CreditCode,
        Name = row.Name,
        RegionCode = region,
        Size = facts.Show(Domain.Measures.StabilizationRefund.EnterpriseSize) ?? "",
        Outcome = decision.Automatic ? RowOutcome.Automatic : RowOutcome.Eligible,
        Amount = decision.Amount,
        Reason = decision.Automatic ? "" : RosterScreening.MustApply,
        FactsJson = CaseJson.Write(facts),
        AccountHolder = row.AccountHolder,
        Bank = row.Bank,
        BankCode = row.BankCode,
        AccountCipher = row.AccountCipher,
        AccountMasked = row.AccountMasked,
        PhoneCipher = row.PhoneCipher,
        PhoneMasked = row.PhoneMasked,
    };

    private static async Task CountAsync(PortalDbContext db, ScreeningRun run, ScreeningRow added, CancellationToken cancellation)
    {
        var (size, city) = (added.Size, RegionDirectory.CityOf(added.RegionCode));
        var amount = added.Amount ?? Money.Zero;
        var before = await db.RunTotals.AsNoTracking().SingleOrDefaultAsync(total =>
            total.RunId == run.Id && total.Outcome == added.Outcome && total.Size == size && total.City == city, cancellation);
        var total = new RunTotal { RunId = run.Id, Outcome = added.Outcome, Size = size, City = city, Count = (before?.Count ?? 0) + 1, Amount = (before?.Amount ?? Money.Zero) + amount };
        if (before is null) db.Add(total);
        else db.Update(total);
        (run.RowsRead, run.FirmsStored) = (added.Number, added.Number);
        if (added.Outcome == RowOutcome.Automatic) (run.AutomaticCount, run.AutomaticAmount) = (run.AutomaticCount + 1, run.AutomaticAmount + amount);
        else (run.EligibleCount, run.EligibleAmount) = (run.EligibleCount + 1, run.EligibleAmount + amount);
    }

    private static string CutName(string name) => PlainText.Head(name, 200);
}
