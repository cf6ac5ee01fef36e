using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Work;
using Portal.Domain.Batches;

namespace Portal.Features.Finance.Batches;

public abstract record CreateBatchResult
{
    public sealed record Made(string No) : CreateBatchResult;

    /// <summary>Nothing is due, or a colleague was faster.</summary>
    public sealed record Nothing : CreateBatchResult;

    public sealed record NotAllowed : CreateBatchResult;
}

/// <summary>Puts everything that is due into a new batch, a draft.</summary>
/// <remarks>
/// In chunks, each whole by itself: broken off, the draft holds fewer lines and the rest is still due. Two people at
/// once share out what there is, for the database lets an instalment stand in one live line alone.
/// </remarks>
public sealed class CreateBatch(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    private const int LinesAtATime = 500;

    public async Task<CreateBatchResult> HandleAsync(Actor actor, BatchFilter filter, CancellationToken cancellation = default)
    {
        if (!actor.IsStaff || !actor.Is(Roles.Finance)) return new CreateBatchResult.NotAllowed();
        var (no, lines) = ((string?)null, 0);
        foreach (var parts in (await DueAsync(actor, filter, cancellation)).Chunk(LinesAtATime))
        {
            // Should somebody else take some of these, or the number, what is left is looked for anew.
            var (batch, added) = await Retries.TryAsync(() => AddAsync(actor, filter, parts, no, lines, cancellation));
            no ??= batch;
            lines += added;
        }

        return no is null ? new CreateBatchResult.Nothing() : new CreateBatchResult.Made(no);
    }

    private async Task<List<Guid>> DueAsync(Actor actor, BatchFilter filter, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.CandidatesFor(actor, filter, clock.Today).Where(candidate => candidate.Why == (int)Exclusion.No)
            .OrderBy(candidate => candidate.Part.DueOn).ThenBy(candidate => candidate.Record.No).ThenBy(candidate => candidate.Part.Sequence)
            .Select(candidate => candidate.Part.Id).Take(BatchNumber.MostLines).ToListAsync(cancellation);
    }

    private async Task<(string? No, int Added)> AddAsync(Actor actor, BatchFilter filter, Guid[] parts, string? no, int before, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var batch = no is null ? null : await db.PaymentBatches.SingleAsync(one => one.No == no, cancellation);
        if (batch is { State: not BatchState.Draft }) return (no, 0);
        var candidates = await db.CandidatesFor(actor, filter, clock.Today).Where(candidate => candidate.Why == (int)Exclusion.No && parts.Contains(candidate.Part.Id))
            .OrderBy(candidate => candidate.Part.DueOn).ThenBy(candidate => candidate.Record.No).ThenBy(candidate => candidate.Part.Sequence).ToListAsync(cancellation);
        if (candidates.Count == 0) return (no, 0);
        batch ??= await BeginAsync(db, actor, cancellation);
        foreach (var candidate in candidates) db.Add(Line(batch, ++before, candidate));
        batch.Count += candidates.Count;
        batch.Total = candidates.Aggregate(batch.Total, (sum, candidate) => sum + candidate.Part.Amount - candidate.Part.SetOff);
        // What the bank refused is on its way again: nobody has to look after it any more.
        var cases = candidates.Select(candidate => candidate.Record.No).ToArray();
        foreach (var item in await db.WorkItems.Where(item => item.Kind == WorkKind.BankRefusal && item.DoneAt == null && cases.Contains(item.Record)).ToListAsync(cancellation))
            (item.DoneAt, item.DoneById) = (clock.Now, actor.UserId);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (batch.No, candidates.Count);
    }

    private async Task<PaymentBatch> BeginAsync(PortalDbContext db, Actor actor, CancellationToken cancellation)
    {
        var prefix = BatchNumber.PrefixOf(clock.Today);
        var last = await db.PaymentBatches.Where(batch => batch.No.StartsWith(prefix)).MaxAsync(batch => (string?)batch.No, cancellation);
        var made = new PaymentBatch
        {
            No = BatchNumber.Compose(clock.Today, BatchNumber.SerialOf(last) + 1),
            RegionCode = actor.Place!,
            MadeById = actor.UserId,
            MadeByName = actor.Name,
            MadeAt = clock.Now,
        };
        db.Add(made);
        return made;
    }

    private static BatchLine Line(PaymentBatch batch, int sequence, Candidate candidate)
    {
        var (record, part) = (candidate.Record, candidate.Part);
        CaseLedger.Batch(part);
        return new BatchLine
        {
            BatchId = batch.Id,
            Sequence = sequence,
            CaseId = record.Id,
            InstalmentId = part.Id,
            Amount = part.Amount - part.SetOff,
            EndToEndId = BatchNumber.LineOf(batch.No, sequence),
            Payee = record.AccountHolder!,
            Bank = record.Bank!,
            BankCode = record.BankCode,
            Account = record.Account!.Copy(),
            IsCorporate = record.FirmId is not null,
        };
    }
}
