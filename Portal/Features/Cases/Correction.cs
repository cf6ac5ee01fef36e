using Portal.Components.Ui;
using Portal.Domain.Values;
using Portal.Uploads;

namespace Portal.Features.Cases;

/// <summary>An applicant's answer to a request for correction.</summary>
/// <param name="Facts">All facts as typed, by name; null leaves them as they are.</param>
public sealed record Correction(string? Note, IReadOnlyDictionary<string, string>? Facts, IReadOnlyList<CorrectionFile> Files)
{
    public const string NoteField = "correction-note";
    public const string FilesField = "correction-files";
    public const string Material = "补正材料";

    private const int MostFiles = 10;

    public bool SaysNothing => PlainText.Trim(Note).Length == 0 && Files.Count == 0;

    /// <summary>What is wrong with the words and the files.</summary>
    public IEnumerable<FormError> Faults(int attachmentMaxMb)
    {
        var note = PlainText.Trim(Note);
        if (note.Length > 1000) yield return new FormError(NoteField, "说明请控制在1000字以内。");
        if (Files.Count > MostFiles) yield return new FormError(FilesField, $"一次最多上传{MostFiles}个文件。");
        foreach (var file in Files)
            if (file.Refuse(attachmentMaxMb) is { } refusal)
                yield return new FormError(FilesField, refusal);
    }
}

/// <param name="Size">As announced; a file too large carries no bytes, for they were not read.</param>
public sealed record CorrectionFile(string Name, long Size, byte[] Bytes)
{
    public string? Refuse(int maxMb) =>
        Size > maxMb * 1024L * 1024L ? FileCheck.TooLarge(Name, maxMb) : FileCheck.Refuse(Name, Bytes, maxMb);

    /// <summary>Reads what a form brought; an input left empty brings nothing.</summary>
    public static async Task<IReadOnlyList<CorrectionFile>> ReadAsync(IEnumerable<IFormFile>? files, int maxMb, CancellationToken cancellation)
    {
        var read = new List<CorrectionFile>();
        foreach (var file in (files ?? []).Where(file => file.FileName.Length > 0))
        {
            using var buffer = new MemoryStream();
            if (file.Length <= maxMb * 1024L * 1024L) await file.CopyToAsync(buffer, cancellation);
            read.Add(new CorrectionFile(FileCheck.CleanName(file.FileName), file.Length, buffer.ToArray()));
        }

        return read;
    }
}
