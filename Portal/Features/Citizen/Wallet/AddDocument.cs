using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Wallet;
using Portal.Domain.Measures;
using Portal.Domain.Values;
using Portal.Forms;
using Portal.Uploads;

namespace Portal.Features.Citizen.Wallet;

/// <summary>Keeps a certificate; the same file of the same kind once more only takes the new date.</summary>
public sealed class AddDocument(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, UploadLimits limits, BusinessClock clock)
{
    public const int MostDocuments = 60;

    /// <returns>What to put right; empty when it was kept.</returns>
    public async Task<IReadOnlyList<FormError>> HandleAsync(Actor actor, DocumentForm form, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (actor.IsStaff) return [new FormError(null, "工作人员账号不能存证照，请用您本人的账号。")];
        if (form.Firm is { } firm && !await db.FirmMemberships.AnyAsync(member => member.FirmId == firm && member.UserId == actor.UserId, cancellation))
            return [new FormError("holder", "请选择您自己，或您现在代为办事的企业。")];
        var errors = new List<FormError>();
        if (!ListDocuments.KindsFor(catalog, form.Firm).Contains(form.Kind ?? "")) errors.Add(new FormError("kind", "请选择是什么证照。"));
        if (!ValidDate.TryRead(form.ValidUntil, out var validUntil)) errors.Add(new FormError("valid-until", ValidDate.Explanation));
        var bytes = await ReadAsync(form.File, errors, cancellation);
        if (bytes is null || errors.Count > 0) return errors;

        var file = NewAttachment.Of(actor.UserId, form.Kind!, form.File!.FileName, bytes, clock.Now);
        var kept = await db.WalletOf(actor, form.Firm).Where(document => document.Material == file.Material && document.Sha256 == file.Sha256).FirstOrDefaultAsync(cancellation);
        if (kept is null && await db.WalletOf(actor, form.Firm).CountAsync(cancellation) >= MostDocuments)
            return [new FormError(null, $"最多存{MostDocuments}份，请先删除不用的。")];
        if (kept is null) db.Add(kept = WalletDocument.Of(file, actor.UserId, form.Firm, clock.Now));
        kept.ValidUntil = validUntil;
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    private async Task<byte[]?> ReadAsync(IFormFile? file, List<FormError> errors, CancellationToken cancellation)
    {
        var name = FileCheck.CleanName(file?.FileName ?? "");
        if (file is null) errors.Add(new FormError("file", "请选择要存的文件，PDF、JPG 或 PNG 都可以。"));
        else if (file.Length > limits.AttachmentMaxMb * 1024L * 1024L) errors.Add(new FormError("file", FileCheck.TooLarge(name, limits.AttachmentMaxMb)));
        else
        {
            using var copy = new MemoryStream((int)file.Length);
            await file.CopyToAsync(copy, cancellation);
            if (FileCheck.Refuse(name, copy.ToArray(), limits.AttachmentMaxMb) is not { } refusal) return copy.ToArray();
            errors.Add(new FormError("file", refusal));
        }

        return null;
    }
}

/// <summary>What somebody typed to keep a certificate, as it was typed.</summary>
public sealed class DocumentForm
{
    /// <summary>The firm it belongs to; null for the person's own.</summary>
    public Guid? Firm { get; set; }

    public string? Kind { get; set; }

    public string? ValidUntil { get; set; }

    public IFormFile? File { get; set; }
}

/// <summary>The last day a certificate is valid, as it was typed.</summary>
internal static class ValidDate
{
    public const string Explanation = "有效期请填写日期，例如 2025-06-30；长期有效的不用填。";

    /// <returns>True also for a blank text, which is no date.</returns>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        day = null;
        var typed = PlainText.Compact(text);
        if (typed.Length == 0) return true;
        if (!IsoDate.TryParse(typed, out var read)) return false;
        day = read;
        return true;
    }
}
