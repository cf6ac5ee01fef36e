namespace Portal.Data;

/// <summary>A record two people may change at once; the one who saves second is told.</summary>
/// <remarks>Set by the portal, because SQLite never sets a row version of its own.</remarks>
public interface IVersioned
{
    Guid Version { get; set; }
}
