using System.Globalization;
using Portal.Components.Rules;
using Portal.Data.Accounts;
using Portal.Domain.Applications;
using Portal.Domain.Rules;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>A form with what is known filled in, each value marked with where it comes from.</summary>
internal static class Prefill
{
    public static DraftContent Content(Firm? firm, KnownBefore known, CarriedAnswers carried)
    {
        var content = new DraftContent { UsesFirmAccount = firm?.Account is not null };
        if (firm is null && known.Cases.Select(record => EarlierAccount.Of(record, KnownBefore.SourceOf(record))).FirstOrDefault(account => account is not null) is { } earlier)
            (content.Earlier, content.UsesEarlierAccount) = (earlier, true);
        var (place, source) = (carried.Place, firm, known.Cases) switch
        {
            ({ Length: > 0 } answered, _, _) => (answered, CarriedAnswers.Source),
            (_, { } insured, _) => (insured.RegionCode, "来自企业登记的参保地"),
            (_, null, [var last, ..]) => (last.RegionCode, KnownBefore.SourceOf(last)),
            _ => ("", ""),
        };
        // A city or the province is not yet a place to apply in.
        if (place.Length == 0 || place.EndsWith("00", StringComparison.Ordinal)) return content;
        content.Place = place;
        content.Sources[PlaceField.FieldId] = source;
        return content;
    }

    /// <param name="monthsPaid">How many months of it the portal has granted before; null where nobody asks.</param>
    public static MeasureAnswers Answers(Measure measure, KnownBefore known, CarriedAnswers carried, int? monthsPaid, DateOnly today)
    {
        var typed = new MeasureAnswers { Code = measure.Code };
        foreach (var (name, filled) in AskOnce.Fill(measure, known.Said, today)) Put(typed, name, filled.Text, filled.Source);
        // What was answered a moment ago is the newest word.
        if (carried.Facts.GetValueOrDefault(measure.Code) is { } answered)
            foreach (var fact in measure.Application.AskedOnce(measure).Where(answered.Knows))
                Put(typed, fact.Name, TypedFacts.Show(fact, answered.Text(fact)!), CarriedAnswers.Source);
        if (measure.Application.MonthsPaidBefore is { } before && monthsPaid is { } months
            && carried.Facts.GetValueOrDefault(measure.Code)?[before] is var told && MonthCeiling.Before(told, months) != told)
            Put(typed, before.Name, months.ToString(CultureInfo.InvariantCulture), "来自系统里已同意的月数");
        if (measure.Application.People is not null) typed.People.Add(new PersonEntry());
        return typed;
    }

    /// <summary>Takes out of each measure what a measure before it says just the same, so that the form asks it once.</summary>
    public static void SayOnce(DraftContent content, IReadOnlyList<Measure> measures)
    {
        for (var i = 1; i < measures.Count; i++)
        {
            var typed = content.Measures[i];
            var told = SharedFacts.Told(measures[i], new Dictionary<string, string>(),
                [.. measures.Take(i).Select((before, at) => (before, (IReadOnlyDictionary<string, string>)content.Measures[at].Answers))]);
            foreach (var (name, _) in told.Where(answer => typed.Answers.GetValueOrDefault(answer.Key) == answer.Value))
            {
                typed.Answers.Remove(name);
                typed.Sources.Remove(name);
            }
        }
    }

    private static void Put(MeasureAnswers typed, string name, string text, string source) => (typed.Answers[name], typed.Sources[name]) = (text, source);
}
