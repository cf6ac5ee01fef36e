using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data;
using Portal.Data.Cases;

namespace Portal.Features.Citizen.MyHome;

public sealed record MyFirm(Guid Id, string Name);

/// <summary>For whom one looks: everything, oneself, or one of the firms one acts for.</summary>
public sealed record HomeScope(bool OnlyOwn, Guid? Firm)
{
    public const string Own = "own";

    public static readonly HomeScope All = new(false, null);

    /// <summary>Reads the address; a firm one does not act for is read as everything.</summary>
    public static HomeScope Read(string? text, IEnumerable<MyFirm> firms) =>
        text == Own ? new HomeScope(true, null)
        : Guid.TryParse(text, out var id) && firms.Any(firm => firm.Id == id) ? new HomeScope(false, id)
        : All;

    /// <summary>Never more than the actor's own and their firms' cases.</summary>
    public IQueryable<Case> CasesOf(PortalDbContext db, Actor actor)
    {
        var mine = db.OwnCasesOf(actor).AsNoTracking();
        return OnlyOwn ? mine.Where(record => record.FirmId == null) : Firm is { } firm ? mine.Where(record => record.FirmId == firm) : mine;
    }
}
