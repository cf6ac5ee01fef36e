using Microsoft.EntityFrameworkCore;
using Portal.Casework.Steps;
using Portal.Data;

namespace Portal.Features.Citizen.Filings;

internal static class FilingTexts
{
    public const string Stale = "情况刚刚有了变化，这一步还没有办成。请看看最新情况再决定。";
}

internal static class FilingSteps
{
    public static async Task<StepResult> SaveFilingAsync(this PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateException exception) when (exception.IsCollision())
        {
            return new StepResult.Stale();
        }
    }
}
