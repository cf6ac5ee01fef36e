using Portal.Domain.Values;
using Portal.Forms;
using Portal.Uploads;

namespace Portal.Features.Citizen.Cases;

/// <summary>An applicant's answer to a request for correction.</summary>
/// <param name="Facts">All facts as typed, by name; null leaves them as they are.</param>
public sealed record Correction(string? Note, IReadOnlyDictionary<string, string>? Facts, IReadOnlyList<UploadedFile> Files)
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
