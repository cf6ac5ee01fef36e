namespace Portal.Casework.Rosters;

/// <summary>Clears files that a killed process left; one that a living process still holds stays.</summary>
internal static class OrphanedFiles
{
    /// <param name="isWanted">Asked before the file is touched, so that its reader never finds it held, and again while nobody else has it.</param>
    public static async Task DiscardAsync(string path, Func<Task<bool>> isWanted)
    {
        if (await isWanted()) return;
        try
        {
            // Whoever has it open, for reading or writing, keeps it from being opened alone.
            await using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            if (!await isWanted()) File.Delete(path);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
        }
    }
}
