using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Batches;
using Portal.Data.Ledger;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Places;
using Portal.Time;
using Portal.Uploads;

namespace Portal.Features.Batches;

public abstract record AnswerResult
{
    public sealed record Taken(Guid AnswerId) : AnswerResult;

    /// <param name="Message">In Chinese; nothing of the file was taken.</param>
    public sealed record Refused(string Message) : AnswerResult;
}

/// <summary>Reads a file with the bank's answers and takes what it says, chunk by chunk.</summary>
/// <remarks>
/// The file is read once to its end before anything of it counts. A chunk is one transaction; broken off, the same file
/// once more repeats what was taken and goes on, and nothing is paid twice, whatever comes twice or out of order.
/// </remarks>
public sealed class TakeBankAnswer(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    private const int RepliesAtATime = 500;
    private const int Tries = 5;

    /// <param name="open">Opens the file anew; what it opens can be sought in.</param>
    public async Task<AnswerResult> HandleAsync(Actor actor, string fileName, Func<Stream> open, CancellationToken cancellation = default)
    {
        if (!actor.IsStaff || !actor.Is(Roles.Finance)) return new AnswerResult.Refused("银行回执由财务人员上传，您的账号没有这项权限。");
        try
        {
            if (await FaultAsync(actor, open, cancellation) is { } fault) return new AnswerResult.Refused(fault);
        }
        catch (ReplyUnreadableException unreadable)
        {
            return new AnswerResult.Refused(unreadable.Message);
        }

        var answer = await BeginAsync(actor, fileName, open, cancellation);
        var batches = new HashSet<Guid>();
        foreach (var replies in Chunks(ReplyFile.Read(open())))
        {
            await TryAsync(() => TakeAsync(actor, answer, [.. replies.OfType<BankReply.OfLine>()], batches, cancellation));
            foreach (var whole in replies.OfType<BankReply.OfBatch>()) await TakeWholeAsync(actor, answer, whole, batches, cancellation);
        }

        await TryAsync(() => FinishAsync(answer, batches, cancellation));
        return new AnswerResult.Taken(answer);
    }

    private async Task<string?> FaultAsync(Actor actor, Func<Stream> open, CancellationToken cancellation)
    {
        var isEmpty = true;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var replies in ReplyFile.Read(open()).Chunk(RepliesAtATime))
        {
            isEmpty = false;
            var ids = replies.OfType<BankReply.OfLine>().Select(reply => reply.EndToEndId).ToArray();
            var wholes = replies.OfType<BankReply.OfBatch>().Select(reply => reply.Id).ToArray();
            var party = await db.PartyToAsync(db.BatchLines.Where(line => ids.Contains(line.EndToEndId) || wholes.Contains(line.Batch.No)), actor, cancellation);
            if (party is not null) return BatchSteps.Party + party + "。";
        }

        return isEmpty ? "文件里没有回执。请确认选择的是银行发来的结果文件。" : null;
    }

    private async Task<Guid> BeginAsync(Actor actor, string fileName, Func<Stream> open, CancellationToken cancellation)
    {
        await using var content = open();
        var answer = new BankAnswer
        {
            FileName = FileCheck.CleanName(fileName),
            Sha256 = Convert.ToHexString(await SHA256.HashDataAsync(content, cancellation)),
            RegionCode = actor.Place!,
            UploadedById = actor.UserId,
            UploadedByName = actor.Name,
            UploadedAt = clock.Now,
        };
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Add(answer);
        await db.SaveChangesAsync(cancellation);
        return answer.Id;
    }

    private async Task TakeAsync(Actor actor, Guid answerId, IReadOnlyList<BankReply.OfLine> replies, HashSet<Guid> batches, CancellationToken cancellation)
    {
        if (replies.Count == 0) return;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var answer = await db.BankAnswers.SingleAsync(answer => answer.Id == answerId, cancellation);
        var names = replies.Select(reply => reply.EndToEndId).Distinct().ToArray();
        var prefix = RegionDirectory.PrefixOf(answer.RegionCode);
        var lines = await db.BatchLines.Include(line => line.Batch).Where(line => names.Contains(line.EndToEndId) && line.Batch.RegionCode.StartsWith(prefix))
            .ToDictionaryAsync(line => line.EndToEndId, cancellation);
        var caseIds = lines.Values.Select(line => line.CaseId).Distinct().ToArray();
        var cases = await db.Cases.Include(record => record.Instalments).Where(record => caseIds.Contains(record.Id)).ToListAsync(cancellation);
        var ids = lines.Values.Select(line => (Guid?)line.Id).ToArray();
        var before = await db.BankAnswerLines.AsNoTracking().Where(line => ids.Contains(line.LineId)).ToListAsync(cancellation);
        var taker = new AnswerTaker(db, answer, actor, clock, lines, await CaseMoney.OpenManyAsync(db, cases, clock, actor, cancellation), before);
        foreach (var reply in replies) await taker.TakeAsync(reply, cancellation);
        await db.FollowPaymentsAsync(cases, actor, clock, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        batches.UnionWith(lines.Values.Select(line => line.BatchId));
    }

    /// <summary>One word for a whole batch counts for each of its lines, if the bank means the same ones.</summary>
    private async Task TakeWholeAsync(Actor actor, Guid answerId, BankReply.OfBatch whole, HashSet<Guid> batches, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var batch = await db.PaymentBatches.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(batch => batch.No == whole.Id, cancellation);
        var isOurs = batch is not null && BatchLife.IsFinal(batch.State) && (whole.Count ?? batch.Count) == batch.Count && (whole.Total ?? batch.Total) == batch.Total;
        var names = !isOurs ? [whole.Id]
            : await db.BatchLines.Where(line => line.BatchId == batch!.Id && line.State != LineState.Dropped).OrderBy(line => line.Sequence).Select(line => line.EndToEndId).ToListAsync(cancellation);
        foreach (var some in names.Chunk(RepliesAtATime))
            await TryAsync(() => TakeAsync(actor, answerId, [.. some.Select(name => new BankReply.OfLine(name, whole.Verdict, whole.Reason, null, whole.Day))], batches, cancellation));
    }

    private async Task FinishAsync(Guid answerId, HashSet<Guid> batches, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var answer = await db.BankAnswers.SingleAsync(answer => answer.Id == answerId, cancellation);
        answer.FinishedAt = clock.Now;
        foreach (var batch in await db.PaymentBatches.Where(batch => batches.Contains(batch.Id) && batch.State == BatchState.Sent
                         && !batch.Lines.Any(line => line.State == LineState.Sent || line.State == LineState.Unknown)).ToListAsync(cancellation))
            batch.State = BatchLife.After(batch.State, BatchAction.TakeLastAnswer)!.Value;
        if (answer.Foreign > 0)
            db.OpenWork(clock, WorkKind.BankDispute, answer.Id.ToString(), $"核实银行回执“{answer.FileName}”：{answer.Foreign} 笔不是本系统送出的", answer.RegionCode, Roles.Finance, null);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A line comes once in a chunk: what its first answer opens must be stored before the next can close it.</summary>
    private static IEnumerable<IReadOnlyList<BankReply>> Chunks(IEnumerable<BankReply> replies)
    {
        var (chunk, names) = (new List<BankReply>(), new HashSet<string>());
        foreach (var reply in replies)
        {
            var isNew = reply is not BankReply.OfLine line || names.Add(line.EndToEndId);
            if (chunk.Count > 0 && (!isNew || chunk.Count == RepliesAtATime))
            {
                yield return chunk;
                (chunk, names) = ([], []);
                if (reply is BankReply.OfLine first) names.Add(first.EndToEndId);
            }

            chunk.Add(reply);
        }

        if (chunk.Count > 0) yield return chunk;
    }

    private static async Task TryAsync(Func<Task> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await act();
                return;
            }
            catch (DbUpdateException collision) when (collision.IsCollision() && attempt < Tries)
            {
                // Somebody changed one of these meanwhile; everything is read again.
            }
        }
    }
}
