using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.RuleChanges;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Tables;

namespace Portal.Features.Administration.RuleChanges;

/// <summary>Streams every case a proposed value would change as a CSV file: the page lists the first of them only.</summary>
public sealed class DownloadEffects(IDbContextFactory<PortalDbContext> databases, CaseEffects effects, RulebookSource rulebooks, BusinessClock clock)
{
    private static readonly string[] Header = ["办件编号", "申请人", "政策", "地区", "状态", "现在的结果", "现在的金额", "修改后的结果", "修改后的金额", "差额"];

    /// <returns>False, with nothing written, for no change of a value or for somebody who may not look.</returns>
    public async Task<bool> HandleAsync(Actor actor, Guid id, Func<Stream> begin, CancellationToken cancellation = default)
    {
        if (!RuleRights.MayLook(actor)) return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.ParameterChanges.AsNoTracking().SingleOrDefaultAsync(change => change.Id == id, cancellation) is not { } change) return false;
        var regions = await rulebooks.RegionsAsync(cancellation);
        // With a byte-order mark, or Excel shows the names as gibberish.
        await using var text = new StreamWriter(begin(), new UTF8Encoding(true), 1 << 15);
        // Composed aside: the response may only be written to asynchronously.
        var line = new StringWriter { NewLine = "\n" };
        CsvField.WriteLine(line, Header);
        await foreach (var found in effects.OfAsync(actor, change.ToEntry(clock.Now), cancellation))
        {
            if (found.Effect is { IsChanged: false, IsComputable: true }) continue;
            CsvField.WriteLine(line,
            [
                found.No, found.Applicant, found.Measure.Name, regions.FullName(found.RegionCode), CaseTransitions.ToChineseForStaff(found.State),
                .. Cells(found.Effect.Before), .. Cells(found.Effect.After), found.Effect.IsComputable ? found.Effect.Difference.ToString() : "",
            ]);
            await text.WriteAsync(line.GetStringBuilder(), cancellation);
            line.GetStringBuilder().Clear();
        }

        await text.WriteAsync(line.GetStringBuilder(), cancellation);
        return true;
    }

    private static string[] Cells(Assessment? assessment) => [assessment?.ToChinese() ?? "算不出来", assessment?.Amount?.ToString() ?? ""];
}
