using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Components.Runs;
using Portal.Data;
using Portal.Tables;

namespace Portal.Features.Refunds.Comparison;

/// <summary>Streams what has changed between two runs as a CSV file.</summary>
public sealed class DownloadComparison(IDbContextFactory<PortalDbContext> databases, CompareRuns comparison)
{
    private const int NamesAtATime = 500;
    private static readonly string[] Head = ["变化", "统一社会信用代码", "单位名称", "原结果", "原金额", "现结果", "现金额"];

    /// <returns>False, with nothing written, when one of the runs is not there, of another place, or not screened.</returns>
    public async Task<bool> HandleAsync(Actor actor, Guid later, Guid earlier, Func<Stream> begin, CancellationToken cancellation = default)
    {
        if (await comparison.FindAsync(actor, later, earlier, cancellation) is null) return false;
        // With a byte-order mark, or Excel shows Chinese as gibberish.
        await using var text = new StreamWriter(begin(), new UTF8Encoding(true), 1 << 15) { NewLine = "\n" };
        var part = new List<FirmDifference>(NamesAtATime);
        await WriteAsync(text, [Head]);
        await foreach (var difference in RunComparison.DifferencesAsync(databases, earlier, later, "", cancellation))
        {
            part.Add(difference);
            if (part.Count == NamesAtATime) await FlushAsync();
        }

        await FlushAsync();
        return true;

        async Task FlushAsync()
        {
            await WriteAsync(text, (await comparison.NamedAsync(later, earlier, part, cancellation)).Select(Line));
            part.Clear();
        }
    }

    private static string[] Line(NamedDifference named)
    {
        var (earlier, later) = (named.Difference.Earlier, named.Difference.Later);
        return
        [
            ComparisonTexts.ToChinese(named.Difference.Change), named.Difference.CreditCode, named.Name,
            earlier is null ? "" : RunTexts.ToChinese(earlier.Outcome), earlier?.Amount?.ToString() ?? "",
            later is null ? "" : RunTexts.ToChinese(later.Outcome), later?.Amount?.ToString() ?? "",
        ];
    }

    // Composed aside: the response may only be written to asynchronously.
    private static async Task WriteAsync(StreamWriter text, IEnumerable<string[]> lines)
    {
        var composed = new StringWriter { NewLine = "\n" };
        foreach (var line in lines) CsvField.WriteLine(composed, line);
        await text.WriteAsync(composed.GetStringBuilder());
    }
}
