namespace Portal.Components.Ui;

public enum ArtKind
{
    /// <summary>Nothing here yet: a paper boat on calm water.</summary>
    Boat,

    /// <summary>Something went wrong, and this is the way back.</summary>
    Lighthouse,
}
