namespace Portal.Casework.Uploads;

/// <summary>A file that came with a plain form.</summary>
/// <param name="Size">As announced; a file too large carries no bytes, for they were not read.</param>
public sealed record UploadedFile(string Name, long Size, byte[] Bytes)
{
    public string? Refuse(int maxMb) =>
        Size > maxMb * 1024L * 1024L ? FileCheck.TooLarge(Name, maxMb) : FileCheck.Refuse(Name, Bytes, maxMb);

    /// <summary>Reads what a form brought; an input left empty brings nothing.</summary>
    public static async Task<IReadOnlyList<UploadedFile>> ReadAsync(IEnumerable<IFormFile>? files, int maxMb, CancellationToken cancellation)
    {
        var read = new List<UploadedFile>();
        foreach (var file in (files ?? []).Where(file => file.FileName.Length > 0))
        {
            using var buffer = new MemoryStream();
            if (file.Length <= maxMb * 1024L * 1024L) await file.CopyToAsync(buffer, cancellation);
            read.Add(new UploadedFile(FileCheck.CleanName(file.FileName), file.Length, buffer.ToArray()));
        }

        return read;
    }
}
