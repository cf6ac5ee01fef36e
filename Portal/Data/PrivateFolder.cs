namespace Portal.Data;

/// <summary>Folders and files of the portal that no other account of the machine reads.</summary>
public static class PrivateFolder
{
    /// <summary>A folder that is there already keeps its rights: somebody may have chosen them.</summary>
    /// <returns>The full path.</returns>
    public static string Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
