using System.Security.Cryptography;
using Portal.Data.Cases;
using Portal.Data.Wallet;
using Portal.Uploads;

namespace Portal.Casework.Cases;

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
    public static Attachment Copy(Attachment file, Guid caseId)
    {
        var copy = Again(file, file.OwnerId);
        copy.CaseId = caseId;
        return copy;
    }

    /// <summary>The same file once more, handed in by somebody for another application; the bytes are shared.</summary>
    public static Attachment Again(Attachment file, Guid owner) => new()
    {
        OwnerId = owner,
        Material = file.Material,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        UploadedAt = file.UploadedAt,
        ContentId = file.ContentId,
    };

    /// <summary>A certificate kept, handed in with an application; the bytes are shared.</summary>
    public static Attachment From(WalletDocument document, Guid owner, Guid draftId) => new()
    {
        OwnerId = owner,
        DraftId = draftId,
        Material = document.Material,
        FileName = document.FileName,
        ContentType = document.ContentType,
        Size = document.Size,
        Sha256 = document.Sha256,
        UploadedAt = document.KeptAt,
        ContentId = document.ContentId,
    };
}
