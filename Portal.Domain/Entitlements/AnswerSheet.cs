using Portal.Domain.Places;

namespace Portal.Domain.Entitlements;

/// <summary>A place, answers and skipped questions, as they stand in a link: <c>1&amp;place=210102&amp;identity=graduate.hardship&amp;skip=annualRate</c>.</summary>
/// <param name="Place">The region's code; empty while none is chosen.</param>
/// <param name="Answers">Canonical text by the id of the question.</param>
public sealed record AnswerSheet(string Place, IReadOnlyDictionary<string, string> Answers, IReadOnlySet<string> Skipped)
{
    private const string Version = "1";
    private const string PlaceName = "place";
    private const string SkipName = "skip";

    /// <summary>More than all answers together ever take.</summary>
    public const int MaxLength = 4000;

    public static readonly AnswerSheet Empty = new("", new Dictionary<string, string>(), new HashSet<string>());

    /// <returns>The text of the sheet; empty where nothing was answered.</returns>
    public string Write()
    {
        var parts = Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key}={answer.Value}");
        if (Place.Length > 0) parts = parts.Prepend($"{PlaceName}={Place}");
        if (Skipped.Count > 0) parts = parts.Append($"{SkipName}={string.Join(SurveyAnswer.Separator, Skipped.Order(StringComparer.Ordinal))}");
        return parts.Any() ? string.Join('&', parts.Prepend(Version)) : "";
    }

    /// <summary>Reads a sheet from the fragment of an address. What no longer fits is left out and counted, never guessed.</summary>
    public static AnswerSheet Read(string? text, SurveyQuestions questions, RegionDirectory regions, DateOnly today, out int ignored)
    {
        ignored = 0;
        text = (text ?? "").TrimStart('#');
        if (text.Length == 0) return Empty;
        var parts = text.Length > MaxLength ? [] : text.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [Version, ..])
        {
            ignored = 1;
            return Empty;
        }

        var place = "";
        var answers = new Dictionary<string, string>();
        var skipped = new HashSet<string>();
        foreach (var part in parts.Skip(1))
        {
            var (name, value) = Split(part);
            if (name == PlaceName && regions.Contains(value)) place = value;
            else if (name == SkipName) ignored += Skip(value, questions, skipped);
            else if (questions.Find(name) is { } question && SurveyAnswer.ReadCanonical(question, value, today) is { } answer) answers[name] = answer;
            else ignored++;
        }

        skipped.ExceptWith(answers.Keys);
        return new AnswerSheet(place, answers, skipped);
    }

    private static int Skip(string value, SurveyQuestions questions, HashSet<string> skipped)
    {
        var ids = value.Split(SurveyAnswer.Separator);
        skipped.UnionWith(ids.Where(id => questions.Find(id) is not null));
        return ids.Count(id => questions.Find(id) is null);
    }

    private static (string Name, string Value) Split(string part)
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (part, "") : (Uri.UnescapeDataString(part[..at]), Uri.UnescapeDataString(part[(at + 1)..]));
    }
}
