using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Forms;
using Portal.Uploads;

namespace Portal.Features.Citizen.Appeals;

/// <summary>What an applicant brings against a refusal.</summary>
public sealed record Appeal(string? Reasons, IReadOnlyList<UploadedFile> Files)
{
    public const string ReasonsField = "appeal-reasons";
    public const string FilesField = "appeal-files";
    public const string Material = "申诉材料";

    private const int MostFiles = 10;

    /// <summary>What is wrong with the words and the files.</summary>
    public IEnumerable<FormError> Faults(int attachmentMaxMb)
    {
        var length = PlainText.Trim(Reasons).Length;
        if (length == 0) yield return new FormError(ReasonsField, "请写明申诉的理由：哪里认定得不对，有什么材料可以证明。");
        if (length > CaseAppeal.ReasonsAtMost) yield return new FormError(ReasonsField, $"申诉理由最多{CaseAppeal.ReasonsAtMost}个字，现在是{length}个字，请精简一些。");
        if (Files.Count > MostFiles) yield return new FormError(FilesField, $"一次最多上传{MostFiles}个文件。");
        foreach (var file in Files)
            if (file.Refuse(attachmentMaxMb) is { } refusal)
                yield return new FormError(FilesField, refusal);
    }

    /// <summary>Why the case cannot be appealed on that day; null when it can.</summary>
    /// <param name="record">With its appeal.</param>
    public static string? Hindrance(Case record, DateOnly today) =>
        record.Appeal is not null ? "这件申请已经申诉过一次，不能再次申诉。对结果仍有异议，可以依法申请行政复议。"
        : !CaseTransitions.Allows(record.State, CaseAction.Appeal) || record.DecidedOn is not { } refused ? "只有不予支持的申请可以申诉。"
        : AppealTerm.IsOver(refused, today) ? $"申诉期是作出决定后{AppealTerm.Days}天，已经过了。您仍然可以重新申请，或者依法申请行政复议。"
        : null;
}
