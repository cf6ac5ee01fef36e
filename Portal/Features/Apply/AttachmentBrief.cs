using Portal.Data.Cases;

namespace Portal.Features.Apply;

/// <summary>What the form shows of a file already handed in.</summary>
public sealed record AttachmentBrief(Guid Id, string Material, string FileName, long Size)
{
    public static AttachmentBrief Of(Attachment attachment) => new(attachment.Id, attachment.Material, attachment.FileName, attachment.Size);
}
