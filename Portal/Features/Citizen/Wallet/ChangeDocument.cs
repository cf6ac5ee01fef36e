using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data;
using Portal.Data.Wallet;

namespace Portal.Features.Citizen.Wallet;

/// <summary>Says until when a certificate is valid.</summary>
public sealed class DateDocument(IDbContextFactory<PortalDbContext> databases)
{
    /// <returns>What to put right; null when it is noted, also when the certificate is gone.</returns>
    public async Task<string?> HandleAsync(Actor actor, Guid id, string? validUntil, CancellationToken cancellation = default)
    {
        if (!ValidDate.TryRead(validUntil, out var day)) return ValidDate.Explanation;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.WalletOf(actor).SingleOrDefaultAsync(document => document.Id == id, cancellation) is not { } document) return null;
        document.ValidUntil = day;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "这份证照刚在别处改动过，请刷新后再试。";
        }
    }
}

/// <summary>Removes a certificate; applications that use it keep theirs.</summary>
public sealed class RemoveDocument(IDbContextFactory<PortalDbContext> databases)
{
    /// <returns>False when it could not be removed just now; true also when it is gone already.</returns>
    public async Task<bool> HandleAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.WalletOf(actor).SingleOrDefaultAsync(document => document.Id == id, cancellation) is not { } document) return true;
        await db.RemoveDocumentsAsync([document], cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Changed, or handed in with an application, in this very moment.
            return false;
        }
    }
}
