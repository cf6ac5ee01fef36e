namespace Portal.Domain.Rules;

/// <summary>Three-valued logic (ruling R10): a fact that nobody has told yet leaves a condition unknown.</summary>
public enum Truth
{
    Unknown,
    Met,
    Unmet,
}
