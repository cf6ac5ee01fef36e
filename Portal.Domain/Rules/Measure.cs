using System.Numerics;
using Portal.Domain.Applications;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;

namespace Portal.Domain.Rules;

public enum Audience
{
    Person,
    Firm,
}

/// <summary>A measure of the notice that can be assessed: who qualifies, for how much, paid when.</summary>
/// <remarks>
/// Deciding and explaining walk the same conditions and the same calculation, so that what a page shows
/// while someone types is what the server decides.
/// </remarks>
public abstract partial class Measure
{
    /// <summary>The code in addresses and in the assessment contract, such as <c>hiring-grant</c>.</summary>
    public abstract string Code { get; }

    /// <summary>The version of the rule as it is written here. Raised whenever the same facts and values would be decided otherwise.</summary>
    /// <remarks>Dated values have their own history and raise no version.</remarks>
    public abstract string Version { get; }

    /// <summary>The name in Chinese.</summary>
    public abstract string Name { get; }

    /// <summary>The clause of the notice, in Chinese numerals.</summary>
    public abstract string Clause { get; }

    public abstract Audience Audience { get; }

    /// <summary>For whom it is written, as the list's filter tells people apart.</summary>
    public abstract IReadOnlyList<ApplicantGroup> Groups { get; }

    /// <summary>One sentence for people: who gets what.</summary>
    public abstract string Summary { get; }

    /// <summary>What else there is for whoever it refuses, and where to go; null where the notice knows nothing.</summary>
    public virtual string? Otherwise => null;

    /// <summary>Which place decides: the values of the place are those of the application.</summary>
    public virtual string PlaceLabel => "参保地";

    /// <summary>The papers to attach, each as people call it.</summary>
    public abstract IReadOnlyList<string> Materials { get; }

    /// <summary>Those of the papers that say who somebody is, and so serve again until they expire; what proves months or people does not.</summary>
    public virtual IReadOnlyList<string> LastingMaterials => [];

    public abstract FactList Facts { get; }

    /// <summary>What its facts cannot be together, asked of whoever types them; programs are answered whatever they ask.</summary>
    public virtual IReadOnlyList<FactCheck> Checks => [];

    /// <summary>What a person's facts contradict, in the order of <see cref="Checks"/>.</summary>
    public IEnumerable<FactCheck> Contradicted(FactSet facts) => Checks.Where(check => check.IsBroken(facts));

    /// <summary>Whether it pays money, and so has an amount to work out beforehand and an account to pay into.</summary>
    public virtual bool Pays => true;

    /// <summary>The number of people up to which firms are paid without applying (免申即享); null where everybody applies.</summary>
    public virtual CountParameter? AutomaticUpTo => null;

    /// <summary>Whom an application names and what it lays claim to.</summary>
    public abstract ApplicationDefinition Application { get; }

    /// <summary>Every dated value the measure reads by the day of assessment.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Within how many working days an instalment is paid after what released it: clause 20's number, unless the measure's clause sets its own.</summary>
    public virtual CountParameter DueDays(string trigger) => SharedParameters.PaymentDueWorkingDays;

    /// <summary>Values that may lapse without the measure being withdrawn (ruling R11).</summary>
    public virtual IReadOnlyList<Parameter> OptionalParameters => [];

    /// <summary>All of these must be met.</summary>
    protected abstract IReadOnlyList<Condition> Requirements { get; }

    /// <summary>Works out the amount and its instalments; returns early when something it needs is absent.</summary>
    protected abstract void Compute(ref Calculation calculation);

    /// <summary>Whether an eligible applicant is paid without applying (免申即享).</summary>
    protected virtual bool IsAutomatic(FactSet facts, Terms terms) => false;

    /// <param name="whatIf">Values by key that stand before the book's, in canonical text.</param>
    /// <param name="reads">Takes down every value that is looked up, where somebody wants to show what a decision went by.</param>
    /// <exception cref="FormatException">A what-if value cannot be read; the message is its key.</exception>
    public Terms TermsFor(
        Rulebook book, string region, DateOnly asOf, IReadOnlyDictionary<string, string>? whatIf = null, ICollection<ValueRead>? reads = null) =>
        new(this, book, region, asOf, whatIf, reads);

    public Decision Decide(FactSet facts, Terms terms) => Decide(facts, terms, planning: true);

    private Decision Decide(FactSet facts, Terms terms, bool planning)
    {
        var outcome = Settle(facts, terms, explain: false, planning, out var calculation, out _);
        return outcome == Outcome.Eligible ? new Decision(outcome, calculation.Amount, IsAutomatic(facts, terms)) : new Decision(outcome, null, false);
    }

    /// <summary>What stands against a grant, as a key: whoever shares it, the terms and the outcome is told the same unmet conditions and missing facts.</summary>
    /// <remarks>So the sentences of a million refusals are composed once for each key and not a million times.</remarks>
    public ulong Grounds(FactSet facts, Terms terms)
    {
        if (!terms.IsOffered) return ulong.MaxValue;
        ulong unmet = 0, missing = 0;
        var requirements = InOrder;
        for (var i = 0; i < requirements.Length; i++)
            if (requirements[i].Evaluate(facts, terms, ref missing) == Truth.Unmet)
                unmet |= 1UL << i;
        if (unmet != 0) return unmet;
        var calculation = new Calculation(facts, terms, explain: false, planning: false);
        Compute(ref calculation);
        return missing | calculation.Missing;
    }

    public Assessment Assess(FactSet facts, Terms terms) => Assess(facts, terms, planning: true);

    private Assessment Assess(FactSet facts, Terms terms, bool planning)
    {
        var outcome = Settle(facts, terms, explain: true, planning, out var calculation, out var missing);
        return SetExtras(outcome, calculation, missing, outcome == Outcome.Eligible && IsAutomatic(facts, terms), facts, terms);
    }

    /// <summary>The amount for somebody whose conditions were not asked: only what is known to be unmet stands against it.</summary>
    /// <returns>Missing are the facts the amount needs, no others; eligible means nothing known stands against it.</returns>
    public Assessment Estimate(FactSet facts, Terms terms)
    {
        ulong ignored = 0;
        if (!terms.IsOffered || Requirements.Any(requirement => requirement.Evaluate(facts, terms, ref ignored) == Truth.Unmet))
            return SetExtras(Outcome.Ineligible, default, missing: 0, isAutomatic: false, facts, terms);
        var calculation = new Calculation(facts, terms, explain: true, planning: true);
        Compute(ref calculation);
        return SetExtras(calculation.HasFacts ? Outcome.Eligible : Outcome.Incomplete, calculation, calculation.Missing, isAutomatic: false, facts, terms);
    }

    /// <summary>What an amount comes to is told only to whoever is eligible, what is missing only while undecided.</summary>
    private Assessment SetExtras(Outcome outcome, scoped in Calculation calculation, ulong missing, bool isAutomatic, FactSet facts, Terms terms)
    {
        var eligible = outcome == Outcome.Eligible;
        return new Assessment(
            Code,
            outcome,
            eligible ? calculation.Amount : null,
            isAutomatic,
            outcome == Outcome.Incomplete ? Names(missing) : [],
            eligible && calculation.Pending is { } pending ? [.. pending.Order(StringComparer.Ordinal)] : [],
            eligible ? calculation.Instalments : [],
            eligible ? calculation.Funding : null,
            eligible ? calculation.Extras : null,
            Explain(facts, terms),
            eligible ? calculation.Lines : []);
    }

    /// <summary>The facts an estimate begins with, in order of declaration; an answer may bring another.</summary>
    public IReadOnlyList<Fact> AmountFacts(Terms terms)
    {
        var missing = CalculateAhead(FactSet.Empty(Facts), terms).Missing;
        return [.. Facts.Facts.Where(fact => fact.Optional || (missing & fact.Bit) != 0)];
    }

    /// <summary>What the measure asks of anybody, in sentences with the values of the place and day; nothing is decided.</summary>
    public IReadOnlyList<ConditionResult> Describe(Terms terms)
    {
        var nothing = FactSet.Empty(Facts);
        return [.. Requirements.Select(requirement => Explain(requirement, nothing, terms))];
    }

    // As an array: going through the interface would cost a roster's row more than the conditions do.
    private Condition[] InOrder => field ??= [.. Requirements];

    private Outcome Settle(FactSet facts, Terms terms, bool explain, bool planning, out Calculation calculation, out ulong missing)
    {
        missing = 0;
        calculation = default;
        if (!terms.IsOffered) return Outcome.Ineligible;
        foreach (var requirement in InOrder)
            if (requirement.Evaluate(facts, terms, ref missing) == Truth.Unmet)
                return Outcome.Ineligible;
        var decided = missing == 0;
        calculation = new Calculation(facts, terms, explain, planning && decided);
        Compute(ref calculation);
        missing |= calculation.Missing;
        return decided && calculation.HasFacts ? Outcome.Eligible : Outcome.Incomplete;
    }

    private string[] Names(ulong missing)
    {
        var names = new string[BitOperations.PopCount(missing)];
        var next = 0;
        foreach (var fact in Facts.Facts)
            if ((missing & fact.Bit) != 0)
                names[next++] = fact.Name;
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private ConditionResult[] Explain(FactSet facts, Terms terms) =>
    [
        new ConditionResult("offered", terms.IsOffered ? Truth.Met : Truth.Unmet, Clause, "该政策在申请当日处于执行期内。", []),
        .. terms.IsOffered ? Requirements.Select(requirement => Explain(requirement, facts, terms)) : [],
    ];

    private static ConditionResult Explain(Condition condition, FactSet facts, Terms terms)
    {
        ulong ignored = 0;
        return new ConditionResult(condition.Id, condition.Evaluate(facts, terms, ref ignored), condition.Clause, terms.Sentence(condition),
            [.. condition.Parts.Select(part => Explain(part, facts, terms))]);
    }
}
