namespace Portal;

/// <summary>Where settings and data of the portal lie, wherever it is started from.</summary>
/// <remarks>
/// A path on the command line means the folder of whoever types it, so the portal starts there and not in its
/// project's folder; its settings and its database must not move about with it.
/// </remarks>
public static class PortalFolder
{
    /// <summary>The project's folder when it runs from a build, else the folder it was published to.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var built = AppContext.BaseDirectory;
        var project = System.IO.Path.GetFullPath(System.IO.Path.Combine(built, "..", "..", ".."));
        return File.Exists(System.IO.Path.Combine(project, "Portal.csproj")) ? project : built;
    }
}
