using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>What somebody, or a bureau, has said before.</summary>
/// <param name="Source">Where it comes from, as the form says it beside the field.</param>
public sealed record SaidBefore(FactSet Facts, DateOnly On, string Source);

/// <param name="Text">As it would be typed.</param>
public sealed record FilledIn(string Text, string Source);

/// <summary>Ask once (一证通办): what was said before is filled in, and marked with where it comes from.</summary>
public static class AskOnce
{
    /// <param name="before">In any order; of what was said on the same day the first stands.</param>
    /// <returns>By fact name; only facts that the form asks once and that hold still, see <see cref="Reuse"/>.</returns>
    public static IReadOnlyDictionary<string, FilledIn> Fill(Measure measure, IEnumerable<SaidBefore> before, DateOnly today)
    {
        var newestFirst = before.Where(said => said.On <= today).OrderByDescending(said => said.On).ToArray();
        var filled = new Dictionary<string, FilledIn>();
        foreach (var fact in measure.Application.AskedOnce(measure))
            if (newestFirst.FirstOrDefault(said => Speaks(said, fact, today)) is { } newest && Text(newest, fact) is { } text)
                filled.Add(fact.Name, new FilledIn(TypedFacts.Show(fact, text), newest.Source));
        return filled;
    }

    private static bool Speaks(SaidBefore said, Fact fact, DateOnly today) =>
        Reuse.Holds(fact, said.On, today) && said.Facts.Known.Any(known => SharedFacts.MeanTheSame(known, fact));

    // The newest word stands even where it says nothing of this measure: an older one would contradict it.
    private static string? Text(SaidBefore said, Fact fact) =>
        said.Facts.Known.Where(known => SharedFacts.MeanTheSame(known, fact)).OrderByDescending(known => known == fact)
            .Select(known => SharedFacts.Translate(known, TypedFacts.Show(known, said.Facts.Text(known)!), fact)).FirstOrDefault();
}
