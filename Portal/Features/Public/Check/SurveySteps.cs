using Portal.Domain.Entitlements;

namespace Portal.Features.Public.Check;

/// <summary>An answer that cannot be taken: as it was typed, and what to put right.</summary>
public sealed record RefusedAnswer(string Typed, string Fault);

/// <summary>Takes what was pressed in the questionnaire into a session that holds nothing yet.</summary>
internal static class SurveySteps
{
    /// <returns>The answer that was refused, if it was; its question is then still on the table.</returns>
    public static RefusedAnswer? Take(this SurveySession session, SurveyForm form)
    {
        session.Load(form.Answers ?? "", form.Path);
        var question = session.Find(form.Question);
        if (form.AsksPlace) session.AskPlace();
        else if (question is not null) session.Ask(question);
        switch (form.Step)
        {
            case SurveyForm.NextStep when form.AsksPlace:
                session.ChoosePlace(session.Regions.Contains(form.Place) ? form.Place : "");
                return null;
            case SurveyForm.NextStep when question is not null:
                return Answer(session, question, form);
            case SurveyForm.SkipStep when question is not null:
                session.Skip(question);
                return null;
            case SurveyForm.BackStep:
                session.GoBack();
                return null;
            case SurveyForm.PlaceStep:
                session.AskPlace();
                return null;
            case SurveyForm.RestartStep:
                session.Load("");
                return null;
            case { } step when step.StartsWith(SurveyForm.AskStep, StringComparison.Ordinal) && session.Find(step[SurveyForm.AskStep.Length..]) is { } other:
                session.Ask(other);
                return null;
            default:
                return null;
        }
    }

    private static RefusedAnswer? Answer(SurveySession session, SurveyQuestion question, SurveyForm form)
    {
        var typed = string.Join(SurveyAnswer.Separator, form.Answer.Where(part => !string.IsNullOrEmpty(part)).Take(question.Form is null ? question.Choices.Count + 1 : 1));
        var read = SurveyAnswer.Read(question, typed);
        if ((SurveyAnswer.Fault(question, typed, session.Today) ?? session.FaultIn(question, read!)) is { } fault) return new RefusedAnswer(typed, fault);
        session.Answer(question, read!);
        return null;
    }
}
