namespace Portal.Tests.Support.Hosts;

/// <summary>Folders for what a test writes: in memory where the system has such a place, for a database waits for the disk at every commit.</summary>
public static class TestFolders
{
    private const string InMemory = "/dev/shm";

    private static readonly string Root = Directory.Exists(InMemory) ? InMemory : Path.GetTempPath();

    /// <summary>A new folder of nobody else's; whoever asked deletes it.</summary>
    public static string Create() => Directory.CreateDirectory(Path.Combine(Root, $"portal-test-{Guid.NewGuid():N}")).FullName;

    public static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
