using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Applications;

/// <summary>Months running that nobody chooses: from the month after the right began, for as long as the facts give (R17).</summary>
/// <param name="Start">What the form calls the day on which the right began.</param>
/// <param name="Paid">How many months are paid.</param>
/// <param name="PaidBy">The value that pays a month: before the province had one there was nothing to claim.</param>
public sealed record ClaimOfMonthsAfter(string Start, Func<FactSet, int> Paid, Parameter PaidBy) : ClaimRule
{
    public override string StartLabel => Start;

    public override IReadOnlyList<string> Periods(FactSet facts, Terms terms, ClaimAnswers answers) =>
        answers.StartedOn is { } day ? Running(Month.Of(day) + 1, Paid(facts)) : [];

    public override ClaimFault? Fault(FactSet facts, Terms terms, ClaimAnswers answers) =>
        answers.StartedOn is not { } day ? null
        : day > terms.AsOf ? new ClaimFault(ClaimPart.Start, $"“{Start}”不能晚于今天，请核对。")
        : !terms.Book.Parameters.InForceWhereTheProvinceSetIt(PaidBy.Key, (Month.Of(day) + 1).FirstDay)
            ? new ClaimFault(ClaimPart.Start, $"“{Start}”太早了，那时的待遇不能在这里申请，请核对；没有填错的，请到当地经办窗口办理。")
        : null;
}
