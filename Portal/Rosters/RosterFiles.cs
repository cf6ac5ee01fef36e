using System.Buffers;
using System.Security.Cryptography;
using Portal.Data;
using Portal.Uploads;

namespace Portal.Rosters;

/// <param name="Path">Where it lies until it becomes a run's.</param>
/// <param name="Sha256">In hexadecimal.</param>
public sealed record ReceivedRoster(string FileName, string Path, string Sha256, long Size);

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
        var path = Path.Combine(Directory.CreateDirectory(_folder).FullName, Guid.NewGuid().ToString("N") + Part);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        var complete = false;
        try
        {
            await using var file = new FileStream(path, PrivateFile());
            for (int read; size <= maxBytes && (read = await content.ReadAsync(buffer, cancellation)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            complete = size <= maxBytes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!complete) File.Delete(path);
        }

        return complete ? new ReceivedRoster(FileCheck.CleanName(fileName), path, Convert.ToHexString(hash.GetHashAndReset()), size) : null;
    }

    public void Keep(ReceivedRoster roster, Guid runId) => File.Move(roster.Path, PathOf(runId));

    public void Discard(ReceivedRoster roster) => File.Delete(roster.Path);

    public void Discard(Guid runId) => File.Delete(PathOf(runId));

    /// <summary>Clears what a killed portal left half received.</summary>
    public void DiscardParts()
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var path in Directory.EnumerateFiles(_folder, "*" + Part)) File.Delete(path);
    }

    private static FileStreamOptions PrivateFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
