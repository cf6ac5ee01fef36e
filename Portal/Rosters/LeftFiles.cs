namespace Portal.Rosters;

/// <summary>Clears files that a killed process left; one that a living process still holds stays.</summary>
internal static class LeftFiles
{
    /// <param name="isWanted">Asked while nobody else has the file.</param>
    public static async Task DiscardAsync(string path, Func<Task<bool>> isWanted)
    {
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
