using Portal.Domain.Rules;

namespace Portal.Components.Rules;

/// <summary>Which questions are still worth asking.</summary>
public static class Questions
{
    /// <summary>Whether an answer can still change the decision; a question once answered stays, or it would vanish under the hand of whoever corrects it.</summary>
    /// <param name="assessment">What the answers so far come to; null while that is not known.</param>
    public static bool Matters(Fact fact, Assessment? assessment, bool isAnswered) =>
        assessment is not { Outcome: not Outcome.Ineligible } decided || fact.Optional || isAnswered || decided.Missing.Contains(fact.Name);
}
