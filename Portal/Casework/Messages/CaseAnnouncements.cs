using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;

namespace Portal.Casework.Messages;

internal static class CaseAnnouncements
{
    /// <summary>Tells everybody concerned of a step, whoever took it too: what moves money must not pass unnoticed in a stolen session.</summary>
    /// <param name="step">Already in the history of the case.</param>
    public static async Task NotifyPartiesAsync(this PortalDbContext db, Case record, CaseEvent step, CancellationToken cancellation)
    {
        var administrators = await db.FirmMemberships.Where(member => member.FirmId == record.FirmId && member.IsAdministrator)
            .Select(member => member.UserId).ToListAsync(cancellation);
        foreach (var reader in CaseMessages.ReadersOf(record, administrators).Distinct()) db.Add(CaseMessages.Write(step, record, reader));
    }
}
