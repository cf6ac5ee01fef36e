using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.Privacy;

/// <summary>What the page posts.</summary>
public sealed class UnmaskForm
{
    /// <summary>New with every form: a page sent again shows nothing again.</summary>
    public Guid ActId { get; set; }

    public string? Field { get; set; }

    public string? Purpose { get; set; }

    public string? Note { get; set; }
}

public abstract record UnmaskAnswer
{
    /// <summary>What may be asked for.</summary>
    public sealed record Choices(IReadOnlyList<MaskedField> Fields) : UnmaskAnswer;

    public sealed record Shown(string Label, string Value) : UnmaskAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : UnmaskAnswer;

    /// <summary>The numbers of a list are ready to be fetched by this act.</summary>
    public sealed record Ready(Guid ActId, int People) : UnmaskAnswer;

    /// <summary>The form has shown its value already.</summary>
    public sealed record Spent : UnmaskAnswer;

    public sealed record NotAllowed(string Why) : UnmaskAnswer;

    /// <summary>No such record, or one of another place.</summary>
    public sealed record NotFound : UnmaskAnswer;
}

/// <summary>Shows one masked field of a record in full, once, to a caseworker who says why; the act is written down before the value is read.</summary>
public sealed class UnmaskField(IDbContextFactory<PortalDbContext> databases, FieldVault vault, AccessLog access)
{
    public const int NoteAtLeast = 4;
    public const int NoteAtMost = AccessEntry.ReasonAtMost;

    public static readonly IReadOnlyList<string> Purposes = ["与材料核对", "打电话联系", "核对收款账户", "查重复享受或冒领", "配合监督检查、复议或诉讼"];

    /// <returns>The fields to choose from, or why there are none.</returns>
    public async Task<UnmaskAnswer> OpenAsync(Actor actor, MaskedOwner owner, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (record, refusal) = await db.FindMaskedAsync(actor, owner, cancellation);
        if (record is null) return refusal!;
        if (record.Look is { } look) await access.LookedAsync(db, actor, record.Accessed, look.Kind, look.What, cancellation);
        return new UnmaskAnswer.Choices(record.Fields);
    }

    public async Task<UnmaskAnswer> HandleAsync(Actor actor, MaskedOwner owner, UnmaskForm form, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (record, refusal) = await db.FindMaskedAsync(actor, owner, cancellation);
        if (record is null) return refusal!;
        var field = record.Fields.FirstOrDefault(field => field.Key == form.Field);
        var note = PlainText.Trim(form.Note);
        var errors = CheckReason(form.Purpose, note);
        if (field is null) errors.Insert(0, new FormError("field", "请选择要看哪一项。"));
        if (errors.Count > 0 || field is null) return new UnmaskAnswer.Faulty(errors);
        if (form.ActId == Guid.Empty) return new UnmaskAnswer.Spent();
        db.Add(access.Entry(actor, record.Accessed, AccessKind.Unmasked, $"查看了{field.Label}全文{record.About}", $"{form.Purpose}：{note}", form.ActId));
        return await db.IsFirstActAsync(cancellation) ? new UnmaskAnswer.Shown(field.Label, vault.Open(field.Purpose, field.Value)) : new UnmaskAnswer.Spent();
    }

    internal static List<FormError> CheckReason(string? purpose, string note)
    {
        var errors = new List<FormError>();
        if (!Purposes.Contains(purpose)) errors.Add(new FormError("purpose", "请选择看它做什么用。"));
        if (note.Length < NoteAtLeast) errors.Add(new FormError("note", $"请写明具体理由，至少{NoteAtLeast}个字，例如“毕业证书上的号码看不清”。"));
        else if (note.Length > NoteAtMost) errors.Add(new FormError("note", $"具体理由最多{NoteAtMost}个字，现在是{note.Length}个字，请精简一些。"));
        return errors;
    }
}
