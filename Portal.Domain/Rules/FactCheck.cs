namespace Portal.Domain.Rules;

/// <summary>What two facts of one applicant cannot both be: more people kept on than there were.</summary>
/// <param name="Field">The fact to look at again.</param>
/// <param name="IsBroken">Whether they contradict each other; an unknown fact contradicts nothing.</param>
/// <param name="Text">What to put right, naming the fields.</param>
public sealed record FactCheck(Fact Field, Func<FactSet, bool> IsBroken, string Text);
