using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Tables;

namespace Portal.Features.Public.Publications;

/// <summary>Streams a published list as a CSV file: what the page shows and no more (R16).</summary>
public sealed class DownloadPublication(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks)
{
    private static readonly string[] Head = ["公示编号", "序号", "企业名称", "统一社会信用代码（隐去中间）", "参保地", "返还金额（元）", "异议"];

    /// <param name="city">A city's code; null or empty for all.</param>
    /// <returns>False, with nothing written, when no such list is published.</returns>
    public async Task<bool> HandleAsync(Guid runId, string? city, Func<Stream> begin, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await ShowPublication.FindAsync(db, runId, cancellation) is not { } run) return false;
        var (findings, places) = (await ShowPublication.FindingsAsync(db, runId, cancellation), await rulebooks.RegionsAsync(cancellation));
        // With a byte-order mark, or Excel shows Chinese as gibberish; composed aside, for the response may only be written to asynchronously.
        await using var text = new StreamWriter(begin(), new UTF8Encoding(true), 1 << 15);
        var line = new StringWriter { NewLine = "\n" };
        CsvField.WriteLine(line, Head);
        var number = 0;
        await foreach (var row in db.PublishedRows(run, city).OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var firm = ShowPublication.ToPublic(row) with { Finding = findings.TryGetValue(row.Number, out var found) ? found : null };
            CsvField.WriteLine(line,
            [
                run.NoticeNo ?? "", (++number).ToString(CultureInfo.InvariantCulture), firm.Name, firm.MaskedCode, places.FullName(firm.RegionCode),
                firm.Amount.ToString(), RefundTexts.ToChinese(firm.Finding),
            ]);
            await text.WriteAsync(line.GetStringBuilder(), cancellation);
            line.GetStringBuilder().Clear();
        }

        await text.WriteAsync(line.GetStringBuilder(), cancellation);
        return true;
    }
}
