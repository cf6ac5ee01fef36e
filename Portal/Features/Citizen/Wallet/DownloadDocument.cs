using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Wallet;

namespace Portal.Features.Citizen.Wallet;

/// <summary>Hands a certificate out to whose it is: the person, or the members of the firm. Never to staff, who see what is handed in.</summary>
public sealed class DownloadDocument(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<DocumentFile?> HandleAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.WalletOf(actor).Where(document => document.Id == id)
            .Select(document => new DocumentFile(document.FileName, document.ContentType, document.Content.Bytes)).SingleOrDefaultAsync(cancellation);
    }
}

public sealed record DocumentFile(string FileName, string ContentType, byte[] Bytes);
