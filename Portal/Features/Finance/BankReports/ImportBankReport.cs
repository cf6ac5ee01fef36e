using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Uploads;

namespace Portal.Features.Finance.BankReports;

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
internal sealed class ImportBankReport(IDbContextFactory<PortalDbContext> databases, BankReportStore store, BusinessClock clock)
{
    /// <param name="open">Opens the file anew; what it opens can be sought in.</param>
    public async Task<AnswerResult> HandleAsync(Actor actor, string fileName, Func<Stream> open, CancellationToken cancellation = default)
    {
        if (!actor.IsStaff || !actor.Is(Roles.Finance)) return new AnswerResult.Refused("银行回执由财务人员上传，您的账号没有这项权限。");
        string? remark = null;
        try
        {
            if (await FaultAsync(actor, open, told => remark = told, cancellation) is { } fault) return new AnswerResult.Refused(fault);
        }
        catch (BankReportUnreadableException unreadable)
        {
            return new AnswerResult.Refused(unreadable.Message);
        }

        // What is sound is taken to its end, whether or not somebody still waits for it.
        cancellation = CancellationToken.None;
        var answer = await BeginAsync(actor, fileName, remark, open, cancellation);
        foreach (var replies in Chunks(BankReportFile.Read(open(), cancellation: cancellation))) await store.TakeAsync(actor, answer, replies, cancellation);
        await store.FinishAsync(answer, cancellation);
        return new AnswerResult.Taken(answer);
    }

    private async Task<string?> FaultAsync(Actor actor, Func<Stream> open, Action<string> tell, CancellationToken cancellation)
    {
        var isEmpty = true;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var replies in BankReportFile.Read(open(), tell, cancellation).Chunk(BankReportStore.RepliesAtATime))
        {
            isEmpty = false;
            var ids = replies.OfType<PaymentStatusReport.OfLine>().Select(reply => reply.EndToEndId).ToArray();
            var wholes = replies.OfType<PaymentStatusReport.OfBatch>().Select(reply => reply.Id).ToArray();
            var party = await db.PartyToAsync(db.BatchLines.Where(line => ids.Contains(line.EndToEndId) || wholes.Contains(line.Batch.No)), actor, cancellation);
            if (party is not null) return BatchSteps.Party + party + "。";
        }

        return isEmpty ? "文件里没有回执。请确认选择的是银行发来的结果文件。" : null;
    }

    private async Task<Guid> BeginAsync(Actor actor, string fileName, string? remark, Func<Stream> open, CancellationToken cancellation)
    {
        await using var content = open();
        var answer = new BankReport
        {
            FileName = FileCheck.CleanName(fileName),
            Sha256 = Convert.ToHexString(await SHA256.HashDataAsync(content, cancellation)),
            RegionCode = actor.Place!,
            UploadedById = actor.UserId,
            UploadedByName = actor.Name,
            UploadedAt = clock.Now,
            Remark = remark,
        };
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Add(answer);
        await db.SaveChangesAsync(cancellation);
        return answer.Id;
    }

    /// <summary>A line comes once in a chunk: what its first answer opens must be stored before the next can close it.</summary>
    private static IEnumerable<IReadOnlyList<PaymentStatusReport>> Chunks(IEnumerable<PaymentStatusReport> replies)
    {
        var (chunk, names) = (new List<PaymentStatusReport>(), new HashSet<string>());
        foreach (var reply in replies)
        {
            var isNew = reply is not PaymentStatusReport.OfLine line || names.Add(line.EndToEndId);
            if (chunk.Count > 0 && (!isNew || chunk.Count == BankReportStore.RepliesAtATime))
            {
                yield return chunk;
                (chunk, names) = ([], []);
                if (reply is PaymentStatusReport.OfLine first) names.Add(first.EndToEndId);
            }

            chunk.Add(reply);
        }

        if (chunk.Count > 0) yield return chunk;
    }
}
