using System.Globalization;
using Portal.Casework.Ledger;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>Reads a form that determines a case again; what cannot be read is told field by field.</summary>
internal sealed class RedeterminationCheck
{
    private const string BeyondGrant = "不能多于原来核定的人数和月数；多出的部分请另行申请。";

    /// <param name="terms">Of the grant; null where its rule is no longer in the portal.</param>
    public RedeterminationCheck(RedeterminationForm typed, Case record, Measure measure, Granted granted, Terms? terms, DateOnly today)
    {
        if (EnumText.Read<ChangeCause>(typed.Cause) is not { } cause || !ResultFacts.CausesOf(record, measure).Contains(cause))
        {
            Errors.Add(new FormError("cause", "请选择为什么要重新核定。"));
            return;
        }

        Cause = cause;
        Reason = PlainText.Trim(typed.Reason);
        if (Reason.Length is 0 or > Redetermination.ReasonAtMost)
            Errors.Add(new FormError("reason", $"请写明依据和原因，{Redetermination.ReasonAtMost}字以内，申请人会看到。"));
        if (!int.TryParse(PlainText.Compact(typed.Parts ?? "1"), NumberStyles.None, CultureInfo.InvariantCulture, out var parts) || parts is < 1 or > RecoverySchedule.MostParts)
            Errors.Add(new FormError("parts", $"分几个月退回，请填 1 到 {RecoverySchedule.MostParts} 的整数。"));
        Parts = parts;
        if (!ResultFacts.IsAssessed(cause) && typed.People is { Count: > 0 } places) AssessWithout(typed, record, terms, places);
        else if (!ResultFacts.IsAssessed(cause)) ReadKeep(typed, record);
        else if (terms is null) Errors.Add(new FormError(null, "当时的规则已不在系统中，不能按规则重新核定，请联系系统管理员。"));
        else Assess(typed, record, granted, terms, today);
        if (Errors.Count == 0 && cause != ChangeCause.TrainingPassed && NewTotal == record.Entitlement)
            Errors.Add(new FormError(null, "重新核定的金额和原来一样，没有要改的。"));
    }

    public List<FormError> Errors { get; } = [];

    public ChangeCause Cause { get; }

    public string Reason { get; } = "";

    public int Parts { get; }

    public Money NewTotal { get; private set; }

    /// <summary>See <see cref="Redetermination.People"/>.</summary>
    public string? People { get; private set; }

    public FactSet? Facts { get; private set; }

    public Assessment? Assessment { get; private set; }

    /// <summary>Nothing is paid for those who were found wrong; the rule says what is left for the others.</summary>
    private void AssessWithout(RedeterminationForm typed, Case record, Terms? terms, IReadOnlyCollection<int> places)
    {
        var people = record.People.OrderBy(person => person.Sequence).ToArray();
        if (!places.All(place => people.Any(person => person.Sequence == place && person.IsEligible)))
            Errors.Add(new FormError("people", "选的人里有不在这件的拨付里的，请重新勾选。"));
        else if (terms is null) Errors.Add(new FormError(null, "当时的规则已不在系统中，不能按规则重新核定，请联系系统管理员。"));
        else if (PlainText.Compact(typed.Keep).Length > 0) Errors.Add(new FormError("keep", "已经选了人，金额按规则自动算，这里请留空。"));
        if (Errors.Count > 0) return;
        var judged = ListedPeople.Assess(terms!.Measure, terms, CaseJson.ReadFacts(terms.Measure.Facts, record.FactsJson), [.. people.Select(person => new ListedPerson(
            CaseJson.ReadFacts(terms.Measure.Facts, person.FactsJson), PersonFindings.RulesOut(person.Finding) || places.Contains(person.Sequence)))]);
        (Facts, Assessment, People) = (judged.Facts, judged.Whole, Redetermination.Write(places));
        NewTotal = judged.Members.Count == 0 ? Money.Zero : judged.Whole.Amount ?? Money.Zero;
    }

    private void ReadKeep(RedeterminationForm typed, Case record)
    {
        // Up to what was assessed and not only to what is left of it: a finding may have been wrong.
        var most = Granted.MostOf(record);
        if (!Money.TryParse(PlainText.Compact(typed.Keep), out var keep) || keep > most)
            Errors.Add(new FormError("keep", $"请填写申请人可以保留多少元，例如 0 或 1200.00，不超过核定金额（{most.ToChinese()}）。"));
        NewTotal = keep;
    }

    private void Assess(RedeterminationForm typed, Case record, Granted granted, Terms terms, DateOnly today)
    {
        var facts = ResultFacts.WithResult(terms.Measure, CaseJson.ReadFacts(terms.Measure.Facts, record.FactsJson), Cause);
        foreach (var fact in ResultFacts.Read(terms.Measure, Cause))
        {
            var text = PlainText.Compact(typed.Facts?.GetValueOrDefault(fact.Name));
            if (text.Length == 0 && fact.Optional) facts = facts.Without(fact);
            else if (text.Length == 0) Errors.Add(new FormError(fact.Name, $"“{fact.Label}”还没有填，请这样填写：{Example(fact)}。"));
            else if (TypedFacts.Fault(fact, text, today) is { } fault) Errors.Add(new FormError(fact.Name, fault));
            else if (TypedFacts.ReadOne(fact, text) is { } canonical) facts.TryWith(fact, canonical, out facts);
        }

        if (Errors.Count == 0) HoldToOrder(facts, record, terms, today);
        if (Errors.Count > 0) return;
        Facts = facts;
        Assessment = terms.Measure.Assess(facts, terms);
        if (Assessment.Outcome == Outcome.Incomplete || Assessment is { Outcome: Outcome.Eligible, Amount: null })
            Errors.Add(new FormError(null, "按这些信息还算不出金额，请核对各项后再提出。"));
        NewTotal = Assessment is { Outcome: Outcome.Eligible, Amount: { } amount } ? amount : Money.Zero;
        if (Cause == ChangeCause.FinalAmount) HoldTo(granted, facts, terms);
    }

    /// <summary>What is told of a training lies in the order of the clause, and agrees with what was recorded before (R20).</summary>
    private void HoldToOrder(FactSet facts, Case record, Terms terms, DateOnly today)
    {
        if (terms.Measure.Application is not { Acceptance: { } acceptance }) return;
        var days = MilestoneBook.PublicationDaysOf(terms.Book, record.RegionCode, today);
        foreach (var (fact, earliest) in acceptance.TooEarly(facts, MilestoneBook.BeganOn(terms.Measure, record), days))
            Errors.Add(new FormError(fact.Name, $"“{fact.Label}”最早是 {earliest:yyyy年M月d日}：开班、过半、验收、公示 {days} 天，一步在一步之后。请核对。"));
        if (record.Instalments.Find(part => part.Trigger == Trigger.Halfway && part.HappenedOn is not null)?.HappenedOn is { } recorded && facts[acceptance.Halfway] != recorded)
            Errors.Add(new FormError(acceptance.Halfway.Name, $"培训过半已登记为 {recorded:yyyy年M月d日}，请填同一天。"));
    }

    /// <summary>Only people and months of the grant are claimed for the case, so that no other is paid for them (R12).</summary>
    private void HoldTo(Granted granted, FactSet facts, Terms terms)
    {
        var first = CaseJson.ReadFacts(terms.Measure.Facts, granted.FactsJson);
        foreach (var count in terms.Measure.Application.Results.OfType<CountFact>().Where(count => facts[count] > first[count]))
            Errors.Add(new FormError(count.Name, BeyondGrant));
        if (Errors.Count == 0 && NewTotal > granted.Most) Errors.Add(new FormError(null, BeyondGrant));
    }

    private static string Example(Fact fact) => fact switch
    {
        MoneyFact => "1234.56",
        DateFact => "2020-11-16",
        _ => "12",
    };
}
