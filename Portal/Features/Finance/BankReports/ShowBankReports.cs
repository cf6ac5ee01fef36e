using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Data;
using Portal.Data.Batches;

namespace Portal.Features.Finance.BankReports;

public sealed record BankReportList(IReadOnlyList<BankReport> Answers, int Page, int Pages);

/// <param name="SameBefore">An earlier upload of the very same file; null when there is none.</param>
public sealed record BankReportView(BankReport Answer, IReadOnlyList<BankReportLine> Lines, int Page, int Pages, BankReport? SameBefore);

/// <summary>The uploaded files with the bank's answers, and the report on each.</summary>
public sealed class ShowBankReports(IDbContextFactory<PortalDbContext> databases)
{
    private const int PageSize = 50;

    public async Task<BankReportList> ListAsync(Actor actor, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var answers = db.BankReports.AsNoTracking().SeenBy(actor);
        var pages = Pages(await answers.CountAsync(cancellation));
        page = Math.Clamp(page, 1, pages);
        return new BankReportList(await answers.OrderByDescending(answer => answer.UploadedAt).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation), page, pages);
    }

    /// <returns>Null when there is no such file in the actor's place.</returns>
    public async Task<BankReportView?> HandleAsync(Actor actor, Guid id, ReportOutcome? outcome, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var answer = await db.BankReports.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(answer => answer.Id == id, cancellation);
        if (answer is null) return null;
        var lines = db.BankReportLines.AsNoTracking().Where(line => line.AnswerId == id);
        if (outcome is { } only) lines = lines.Where(line => line.Outcome == only);
        var pages = Pages(await lines.CountAsync(cancellation));
        page = Math.Clamp(page, 1, pages);
        return new BankReportView(
            answer, await lines.OrderBy(line => line.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation), page, pages,
            await db.BankReports.AsNoTracking().SeenBy(actor).Where(other => other.Sha256 == answer.Sha256 && other.UploadedAt < answer.UploadedAt)
                .OrderByDescending(other => other.UploadedAt).FirstOrDefaultAsync(cancellation));
    }

    private static int Pages(int count) => Math.Max(1, (count + PageSize - 1) / PageSize);
}
