using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Domain.Places;

namespace Portal.Features.Citizen.Privacy;

/// <summary>Hands a person a copy of their own data: a page to read, the same for programs, and the papers they handed in. Nothing of other people's.</summary>
public sealed class DownloadMyData(IDbContextFactory<PortalDbContext> databases, OwnData ownData, AccessLog access)
{
    public const string JsonName = "我的数据.json";
    public const string PageName = "index.html";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="begin">Called once everything that may be refused has been checked; what it gives is written to as the data is read.</param>
    public async Task HandleAsync(Actor actor, Func<Stream> begin, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var data = await ownData.ReadAsync(db, actor, cancellation);
        var papers = await OwnFiles(db, actor).OrderBy(file => file.UploadedAt).Select(file => new { file.FileName, file.ContentId }).ToListAsync(cancellation);
        var kept = await db.WalletDocuments.Where(document => document.OwnerId == actor.UserId && document.FirmId == null).OrderBy(document => document.KeptAt)
            .Select(document => new { document.FileName, document.ContentId }).ToListAsync(cancellation);
        db.Add(access.Entry(actor, new AccessedRecord(RegionDirectory.Province, actor.UserId), AccessKind.OwnCopy, "下载了自己的全部信息"));
        await db.SaveChangesAsync(cancellation);

        await using var zip = await ZipArchive.CreateAsync(begin(), ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var files = papers.Concat(kept).Select((file, index) => (file.ContentId, Path: $"材料/{index + 1:000}-{file.FileName}")).ToArray();
        var readable = JsonSerializer.SerializeToNode(data, Readable)!.AsObject();
        await WriteAsync(zip, PageName, OwnDataPage.Write(readable, [.. files.Select(file => file.Path)]), cancellation);
        await WriteAsync(zip, JsonName, readable.ToJsonString(Readable), cancellation);
        foreach (var (contentId, path) in files)
        {
            // One at a time: thirty papers of ten megabytes are not held at once.
            var bytes = await db.AttachmentContents.Where(content => content.Id == contentId).Select(content => content.Bytes).SingleAsync(cancellation);
            await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellation);
            await entry.WriteAsync(bytes, cancellation);
        }
    }

    private static async Task WriteAsync(ZipArchive zip, string name, string text, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellation);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
    }

    /// <summary>Papers of the person's own cases and drafts, and authorisation letters; a firm's hold other people's contracts.</summary>
    private static IQueryable<Attachment> OwnFiles(PortalDbContext db, Actor actor) => db.Attachments.AsNoTracking().Where(file =>
        file.OwnerId == actor.UserId
        && !db.Cases.Any(record => record.Id == file.CaseId && record.FirmId != null)
        && !db.Drafts.Any(draft => draft.Id == file.DraftId && draft.FirmId != null));
}
