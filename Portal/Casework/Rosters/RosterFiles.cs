using System.Buffers;
using System.Security.Cryptography;
using Portal.Data;
using Portal.Uploads;

namespace Portal.Casework.Rosters;

/// <param name="RunId">The run it is to become; its file bears that name from the beginning, so that a kill leaves none that belongs to nobody.</param>
/// <param name="Sha256">In hexadecimal.</param>
/// <param name="Hold">Open until the run is recorded: while it is, nobody takes the file for a leftover.</param>
public sealed record ReceivedRoster(string FileName, Guid RunId, string Sha256, long Size, IDisposable Hold);

/// <summary>Uploaded rosters on disk, beside the database, for as long as they are being read.</summary>
/// <remarks>A roster holds bank accounts in the clear: its file goes as soon as the rows are stored, sealed.</remarks>
public sealed class RosterFiles(DatabaseSettings settings)
{
    private const string Part = ".part";
    private readonly string _folder = Path.Combine(settings.DataFolder, "rosters");

    public string PathOf(Guid runId) => Path.Combine(_folder, runId.ToString("N"));

    /// <summary>Streams a file to disk.</summary>
    /// <returns>Null when it is longer than allowed; nothing is kept then.</returns>
    public async Task<ReceivedRoster?> ReceiveAsync(string fileName, Stream content, long maxBytes, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_folder);
        var runId = Guid.CreateVersion7();
        var path = PartOf(runId);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        var complete = false;
        var file = new FileStream(path, PrivateFile());
        try
        {
            for (int read; size <= maxBytes && (read = await content.ReadAsync(buffer, cancellation)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            // On the disk before the run is: the database outlives a power cut, and so must its file.
            file.Flush(flushToDisk: true);
            complete = size <= maxBytes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!complete)
            {
                await file.DisposeAsync();
                File.Delete(path);
            }
        }

        return complete ? new ReceivedRoster(FileCheck.CleanName(fileName), runId, Convert.ToHexString(hash.GetHashAndReset()), size, file) : null;
    }

    /// <summary>Once the run is recorded.</summary>
    public void Keep(ReceivedRoster roster)
    {
        roster.Hold.Dispose();
        Find(roster.RunId);
    }

    /// <summary>The roster of a recorded run, also when a kill came before it was kept.</summary>
    public string Find(Guid runId)
    {
        try
        {
            if (!File.Exists(PathOf(runId)) && File.Exists(PartOf(runId))) File.Move(PartOf(runId), PathOf(runId));
        }
        catch (FileNotFoundException)
        {
            // The background reader was quicker.
        }

        return PathOf(runId);
    }

    public void Discard(ReceivedRoster roster)
    {
        roster.Hold.Dispose();
        File.Delete(PartOf(roster.RunId));
    }

    public void Discard(Guid runId) => File.Delete(PathOf(runId));

    /// <summary>Clears what killed processes left: rosters half received, and those of runs that have been read.</summary>
    public async Task DiscardLeftAsync(Func<Guid, Task<bool>> isWanted)
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var path in Directory.EnumerateFiles(_folder))
            if (Guid.TryParse(Path.GetFileNameWithoutExtension(path), out var run))
                await OrphanedFiles.DiscardAsync(path, () => isWanted(run));
    }

    private string PartOf(Guid runId) => PathOf(runId) + Part;

    private static FileStreamOptions PrivateFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
