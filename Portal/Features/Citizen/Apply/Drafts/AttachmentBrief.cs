using Portal.Data.Cases;
using Portal.Uploads;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>What the form shows of a file already handed in.</summary>
/// <param name="IsKept">Whether the same file lies with the certificates kept for later (我的证照).</param>
public sealed record AttachmentBrief(Guid Id, string Material, string FileName, long Size, bool IsKept = false)
{
    /// <summary>Whether a browser can show it small beside its name.</summary>
    public bool IsPicture { get; private init; }

    public static AttachmentBrief Of(Attachment attachment) => new(attachment.Id, attachment.Material, attachment.FileName, attachment.Size)
    {
        IsPicture = attachment.ContentType is FileCheck.Jpeg or FileCheck.Png,
    };
}
