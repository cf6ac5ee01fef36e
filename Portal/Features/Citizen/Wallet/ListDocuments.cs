using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Wallet;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Citizen.Wallet;

/// <summary>The certificates of a person and of the firms they act for, holder by holder.</summary>
public sealed class ListDocuments(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, BusinessClock clock)
{
    /// <returns>The person first, then the firms; also those that keep nothing yet.</returns>
    public async Task<IReadOnlyList<HolderView>> HandleAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var documents = await db.WalletOf(actor).AsNoTracking().OrderBy(document => document.Material).ThenByDescending(document => document.KeptAt).ToListAsync(cancellation);
        var firms = await db.FirmMemberships.AsNoTracking().Where(member => member.UserId == actor.UserId).OrderBy(member => member.Firm.Name)
            .Select(member => new { member.FirmId, member.Firm.Name }).ToListAsync(cancellation);
        var today = clock.Today;
        return [.. firms.Select(firm => new Holder(firm.FirmId, firm.Name)).Prepend(new Holder(null, "我自己")).Select(holder => new HolderView(
            holder, KindsFor(catalog, holder.FirmId),
            [.. documents.Where(document => document.FirmId == holder.FirmId).Select(document => new DocumentView(
                document.Id, document.Material, document.FileName, document.KeptAt, document.ValidUntil, document.IsExpired(today)))]))];
    }

    /// <summary>What the measures for a person, or for a firm, ask for; the proof of a month serves once.</summary>
    internal static IReadOnlyList<string> KindsFor(MeasureCatalog catalog, Guid? firm) =>
        [.. catalog.All.Where(measure => measure.Audience == (firm is null ? Audience.Person : Audience.Firm))
            .SelectMany(measure => measure.Materials.Where(material => material != measure.Application.NextMonth?.Proof)).Distinct()];
}

/// <param name="FirmId">Null for the person.</param>
public sealed record Holder(Guid? FirmId, string Name);

/// <param name="Kinds">What may be kept for the holder.</param>
public sealed record HolderView(Holder Holder, IReadOnlyList<string> Kinds, IReadOnlyList<DocumentView> Documents);

public sealed record DocumentView(Guid Id, string Kind, string FileName, DateTimeOffset KeptAt, DateOnly? ValidUntil, bool IsExpired);
