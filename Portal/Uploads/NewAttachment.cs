using System.Security.Cryptography;
using Portal.Data.Cases;

namespace Portal.Uploads;

/// <summary>Makes an attachment of a file that has passed <see cref="FileCheck"/>.</summary>
public static class NewAttachment
{
    public static Attachment Of(Guid owner, string material, string fileName, byte[] bytes, DateTimeOffset now) => new()
    {
        OwnerId = owner,
        Material = material,
        FileName = FileCheck.CleanName(fileName),
        ContentType = FileCheck.ContentTypeOf(bytes) ?? throw new ArgumentException("The file has not been checked.", nameof(bytes)),
        Size = bytes.LongLength,
        Sha256 = Convert.ToHexString(SHA256.HashData(bytes)),
        UploadedAt = now,
        Content = new AttachmentContent { Bytes = bytes },
    };

    /// <summary>The same file once more, as a paper of a case; the bytes are shared.</summary>
    public static Attachment Copy(Attachment file, Guid caseId) => new()
    {
        OwnerId = file.OwnerId,
        CaseId = caseId,
        Material = file.Material,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        UploadedAt = file.UploadedAt,
        ContentId = file.ContentId,
    };
}
