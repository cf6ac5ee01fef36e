using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Rules;

namespace Portal.Casework.Decisions;

/// <summary>Takes down every finding on a case with what it was made from, in the unit of work that changes the case.</summary>
public sealed class DecisionLog(BusinessClock clock)
{
    // By the book itself: a changed book is another object, and its snapshots are taken anew.
    private readonly ConditionalWeakTable<Rulebook, ConcurrentDictionary<(string Measure, string Version, string Region), Taken>> _taken = [];

    /// <summary>Adds the decision; the case must bear its facts and assessment already. The caller saves.</summary>
    /// <param name="terms">The terms the case was assessed by.</param>
    public async Task AddAsync(
        PortalDbContext db, Case record, Assessment assessment, Terms terms, DecisionOccasion occasion, CancellationToken cancellation = default)
    {
        if (db.Entry(record).State != EntityState.Added) await db.Entry(record).Collection(c => c.People).LoadAsync(cancellation);
        var snapshot = TakeFor(terms);
        await StoreAsync(db, snapshot, cancellation);
        db.Add(Make(record, assessment, terms, occasion, snapshot.Id));
    }

    /// <summary>As <see cref="AddAsync"/>, for many cases: a snapshot they share is stored once.</summary>
    public async Task AddManyAsync(
        PortalDbContext db, IReadOnlyList<(Case Record, Assessment Assessment, Terms Terms)> decided, DecisionOccasion occasion, CancellationToken cancellation = default)
    {
        var snapshots = decided.Select(one => TakeFor(one.Terms)).ToArray();
        foreach (var snapshot in snapshots.DistinctBy(taken => taken.Id)) await StoreAsync(db, snapshot, cancellation);
        db.AddRange(decided.Zip(snapshots, (one, snapshot) => Make(one.Record, one.Assessment, one.Terms, occasion, snapshot.Id)));
    }

    public static string IdOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private CaseDecision Make(Case record, Assessment assessment, Terms terms, DecisionOccasion occasion, string snapshotId) => new()
    {
        CaseId = record.Id,
        At = clock.Now,
        Occasion = occasion,
        MeasureCode = terms.Measure.Code,
        RuleVersion = terms.Measure.Version,
        RegionCode = terms.Region,
        AsOf = terms.AsOf,
        FactsJson = record.FactsJson,
        PeopleJson = DecidedPerson.Write(record.People),
        AssessmentJson = record.AssessmentJson,
        Outcome = assessment.Outcome,
        Amount = assessment.Amount,
        SnapshotId = snapshotId,
    };

    private Taken TakeFor(Terms terms) =>
        _taken.GetValue(terms.Book, _ => []).GetOrAdd((terms.Measure.Code, terms.Measure.Version, terms.Region), _ =>
        {
            var content = RuleSnapshot.Of(terms.Measure, terms.Book, terms.Region).Write();
            return new Taken(IdOf(content), content);
        });

    // By its content's name and only when absent: two submissions may bring the same one, and neither may fail for it.
    private static Task StoreAsync(PortalDbContext db, Taken taken, CancellationToken cancellation) => db.Database.IsSqlServer()
        ? db.Database.ExecuteSqlAsync(
            $"INSERT INTO RuleSnapshots (Id, Content) SELECT {taken.Id}, {taken.Content} WHERE NOT EXISTS (SELECT 1 FROM RuleSnapshots WITH (UPDLOCK, HOLDLOCK) WHERE Id = {taken.Id})", cancellation)
        : db.Database.ExecuteSqlAsync(
            $"INSERT INTO RuleSnapshots (Id, Content) SELECT {taken.Id}, {taken.Content} WHERE NOT EXISTS (SELECT 1 FROM RuleSnapshots WHERE Id = {taken.Id})", cancellation);

    private sealed record Taken(string Id, string Content);
}
