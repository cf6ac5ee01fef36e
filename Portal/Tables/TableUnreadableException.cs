namespace Portal.Tables;

/// <summary>The file is no roster; the message says in Chinese why, and what to do.</summary>
public sealed class TableUnreadableException : Exception
{
    public TableUnreadableException(string message)
        : base(message)
    {
    }

    public TableUnreadableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
