using Portal.Components.Ui;

namespace Portal.Features.Public.Check;

/// <summary>What the questionnaire posts: all answers so far, in its body and in no address, and what was pressed.</summary>
/// <remarks>Binding sets null where a form held no entry of a list.</remarks>
public sealed class SurveyForm
{
    public const string NextStep = "next";
    public const string SkipStep = "skip";
    public const string BackStep = "back";
    public const string PlaceStep = "place";
    public const string RestartStep = "restart";

    /// <summary>Before the id of a question that is to be asked again.</summary>
    public const string AskStep = "ask:";

    /// <summary>As in a link; see <see cref="Portal.Domain.Entitlements.AnswerSheet"/>.</summary>
    public string? Answers { get; set; }

    /// <summary>The ids of the questions in the order they were asked in.</summary>
    public string? Path { get; set; }

    /// <summary>The question on the table; none while the place is asked, and at the end.</summary>
    public string? Question { get; set; }

    /// <summary>What was typed, or the choices made.</summary>
    public List<string?> Answer { get; set => field = value ?? []; } = [];

    public bool AsksPlace { get; set; }

    public string? City { get; set; }

    public List<string?> Counties { get; set => field = value ?? []; } = [];

    /// <summary>One of the steps; none where a link was opened.</summary>
    public string? Step { get; set; }

    internal string Place => TwoLevelPlace.Read(City, Counties) ?? "";
}
