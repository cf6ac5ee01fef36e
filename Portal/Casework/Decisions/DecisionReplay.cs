using System.Text.Json;
using Portal.Data.Cases;
using Portal.Domain.Calendar;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Casework.Decisions;

/// <summary>What came of deciding again what was decided before.</summary>
public abstract record ReplayResult
{
    /// <summary>The rule ran. Nothing different means that the decision stands as it was made.</summary>
    /// <param name="Differences">What came out otherwise, in words for people.</param>
    /// <param name="Reworded">Only sentences changed since; nobody gets more or less for it.</param>
    /// <param name="Reads">The values the decision went by, from its own snapshot.</param>
    public sealed record Ran(Assessment Again, IReadOnlyList<string> Differences, bool Reworded, IReadOnlyList<ValueRead> Reads) : ReplayResult;

    /// <summary>It cannot be decided again; the message says why.</summary>
    public sealed record Impossible(string Why) : ReplayResult;

    /// <summary>Whether somebody must look into it.</summary>
    public bool IsAlarm => this is not Ran { Differences.Count: 0 };
}

/// <summary>Decides again by the decision's own facts, rule version, values and calendar, and never by today's.</summary>
public sealed class DecisionReplay(MeasureCatalog catalog)
{
    /// <param name="decision">With its snapshot.</param>
    /// <param name="people">Those the case names, in their order; the decision's own stand before them.</param>
    public ReplayResult Run(CaseDecision decision, IReadOnlyList<CasePerson> people)
    {
        if (catalog.Find(decision.MeasureCode, decision.RuleVersion) is not { } measure)
            return new ReplayResult.Impossible($"规则“{decision.MeasureCode}”第 {decision.RuleVersion} 版已不在系统中。");
        var snapshot = decision.Snapshot ?? throw new InvalidOperationException("A decision is replayed with its snapshot.");
        if (DecisionLog.IdOf(snapshot.Content) != snapshot.Id) return new ReplayResult.Impossible("当时留存的标准被改动过，与编号对不上。");
        try
        {
            var reads = new List<ValueRead>();
            var terms = measure.TermsFor(RuleSnapshot.Read(snapshot.Content).ToRulebook(), decision.RegionCode, decision.AsOf, reads: reads);
            return Compare(decision, measure, terms, people, reads);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or InvalidOperationException or CalendarYearMissingException)
        {
            return new ReplayResult.Impossible("当时留存的事实、标准或结果读不出来。");
        }
    }

    private static ReplayResult.Ran Compare(CaseDecision decision, Measure measure, Terms terms, IReadOnlyList<CasePerson> people, List<ValueRead> reads)
    {
        var differences = new List<string>();
        var facts = CaseJson.ReadFacts(measure.Facts, decision.FactsJson);
        if (CaseJson.Write(facts) != decision.FactsJson) differences.Add("留存的事实");
        // What came out since is said of the whole: the people were not asked again.
        var named = decision.PeopleJson is { } json ? DecidedPerson.Read(json) : [.. people.Select(DecidedPerson.Of)];
        if (measure.Application.People is not null && named.Count > 0 && decision.Occasion != DecisionOccasion.Redetermined) differences.AddRange(PeopleReplay.Compare(measure, terms, facts, named));
        var again = measure.Assess(facts, terms);
        if (again.Outcome != decision.Outcome) differences.Add("结果");
        if (again.Amount != decision.Amount) differences.Add("金额");
        var written = WrittenAssessment.Differences(decision.AssessmentJson, CaseJson.Write(again));
        differences.AddRange(written.Decided);
        return new ReplayResult.Ran(again, [.. differences.Distinct()], written.Worded, reads);
    }
}
