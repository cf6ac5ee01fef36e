namespace Portal.Tests.Support;

/// <summary>What makes a test too slow to run while typing: <c>--filter-not-trait "Needs=processes"</c> leaves those out.</summary>
internal static class Traits
{
    public const string Needs = "Needs";

    /// <summary>Starts the portal as processes of their own, or kills them.</summary>
    public const string Processes = "processes";
}
