using Portal.Features.Finance.Reconciliation;
using Portal.Tables;

namespace Portal.CommandLine;

/// <summary><c>audit</c> proves that plans, ledger, claims, batches and bank answers agree; a line for each thing that does not.</summary>
internal static class AuditCommand
{
    /// <returns>0 when everything agrees, 1 when something does not.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellation)
    {
        if (args.Length > 0) throw new UsageException("audit takes nothing.");
        using var host = await CommandHost.PrepareAsync(cancellation);
        var audit = host.Services.GetRequiredService<RunAudit>();
        var progress = new RunAudit.Progress();
        var findings = 0;
        await foreach (var finding in audit.FindAsync(place: null, progress, cancellation))
        {
            findings++;
            CsvField.WriteLine(output, [finding.CaseNo ?? "-", finding.Check, finding.Difference.ToString(), finding.Text]);
        }

        await output.WriteLineAsync(findings == 0
            ? $"{progress.Cases} 件，{audit.Sentences.Count} 项核对，全部一致。"
            : $"{progress.Cases} 件，{audit.Sentences.Count} 项核对，{findings} 处不一致。");
        return findings == 0 ? Commands.Good : Commands.Findings;
    }
}
