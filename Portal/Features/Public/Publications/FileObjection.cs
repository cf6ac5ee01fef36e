using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Deadlines;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Uploads;

namespace Portal.Features.Public.Publications;

public abstract record ObjectionResult
{
    /// <param name="No">异议编号, to quote.</param>
    public sealed record Filed(string No) : ObjectionResult;

    public sealed record NotFound : ObjectionResult;

    /// <param name="Errors">By the input's name; an empty one for the form as a whole.</param>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : ObjectionResult
    {
        public Invalid(string message)
            : this(new Dictionary<string, string> { [""] = message })
        {
        }
    }
}

/// <summary>Takes an objection from anybody: to a published firm, whose row is held back until a reviewer decides, or to having been left out.</summary>
/// <remarks>To a published firm as long as its publication runs; to having been left out until the run is closed, since nothing waits for it.</remarks>
public sealed class FileObjection(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, FieldVault vault, UploadLimits limits, BusinessClock clock)
{
    /// <summary>More tell the reviewer nothing new, and the form is open to everybody.</summary>
    private const int MostOpenPerFirm = 5;

    public Task<ObjectionResult> HandleAsync(
        Guid runId, int number, string? name, string? contact, string? reason, IReadOnlyList<UploadedFile>? papers = null, CancellationToken cancellation = default) =>
        // Two objections at once must not bear one number: the slower takes the next.
        Retries.TryAsync(() => TryAsync(runId, number, new TypedObjection(name, contact, reason, papers ?? []), cancellation));

    private async Task<ObjectionResult> TryAsync(Guid runId, int number, TypedObjection typed, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.InState(RunTransitions.TakesObjectionsToLeftOut).SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        var row = await db.ScreeningRows.AsNoTracking().SingleOrDefaultAsync(row => row.RunId == runId && row.Number == number, cancellation);
        if (run is null || row is null) return new ObjectionResult.NotFound();
        var isLeftOut = row.Outcome != RowOutcome.Automatic;
        if (!isLeftOut && (!RunTransitions.TakesObjectionsToPublished(run.State) || !RegionDirectory.Covers(run.RegionCode, row.RegionCode))) return new ObjectionResult.NotFound();
        if (!isLeftOut && run.Publication().IsOverOn(clock.Today))
            return new ObjectionResult.Invalid("公示期已满，不能再提出异议。如有问题，请向当地人社部门反映。");
        if (typed.Check(limits.AttachmentMaxMb, out var mobile) is { } invalid) return invalid;
        if (await db.Objections.CountAsync(o => o.RunId == runId && o.RowNumber == number && o.State == ObjectionState.Open, cancellation) >= MostOpenPerFirm)
            return new ObjectionResult.Invalid("对这户企业的异议已经收到，正在核实，不需要重复提出。");
        // A row may be left out because its place is none.
        var region = (await rulebooks.RegionsAsync(cancellation)).Contains(row.RegionCode) ? row.RegionCode : run.RegionCode;
        var objection = new Objection
        {
            No = await NextNumberAsync(db, cancellation),
            RunId = runId,
            RowNumber = number,
            RegionCode = region,
            Name = PlainText.Trim(typed.Name),
            Contact = vault.Seal(mobile),
            Reason = PlainText.Trim(typed.Reason),
            At = clock.Now,
        };
        objection.Papers.AddRange(typed.Papers.Select(Paper));
        db.Add(objection);
        var (what, title) = isLeftOut ? ($"对第 {number} 行没有列入名单提出异议 {objection.No}", $"核实未列入名单的异议 {objection.No}：{row.Name}")
            : ($"对第 {number} 行提出异议 {objection.No}，核实前暂不放行", $"核实公示异议 {objection.No}：{row.Name}");
        db.Add(new RunEvent { RunId = runId, At = clock.Now, ActorName = "公众", What = what });
        db.OpenWork(clock, WorkKind.Objection, objection.Id.ToString(), title, region, Roles.Reviewer,
            isLeftOut ? ObjectionTerm.ToLeftOut(await rulebooks.RulesAsync(cancellation), run.RegionCode, clock.Today) : ObjectionTerm.ToPublished(run.Publication()));
        await db.SaveChangesAsync(cancellation);
        return new ObjectionResult.Filed(objection.No);
    }

    private async Task<string> NextNumberAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var prefix = NumberSeries.Objections.PrefixOf(clock.Today);
        var last = await db.Objections.Where(objection => objection.No.StartsWith(prefix)).MaxAsync(objection => (string?)objection.No, cancellation);
        return NumberSeries.Objections.After(last, clock.Today);
    }

    private static ObjectionPaper Paper(UploadedFile file) => new()
    {
        FileName = file.Name,
        ContentType = FileCheck.ContentTypeOf(file.Bytes)!,
        Size = file.Size,
        Content = new AttachmentContent { Bytes = file.Bytes },
    };
}
