namespace Portal.Tables;

/// <summary>The file is no roster; the message says in Chinese why, and what to do.</summary>
public sealed class RosterUnreadableException : Exception
{
    public RosterUnreadableException(string message)
        : base(message)
    {
    }

    public RosterUnreadableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
