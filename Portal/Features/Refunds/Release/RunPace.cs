using Portal.Components.Runs;
using Portal.Data.Screening;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>How fast a run is being read, and how long it will take: by what was done since reading began or was taken up again.</summary>
internal static class RunPace
{
    /// <returns>In Chinese; empty before anything can be said.</returns>
    public static string Of(ScreeningRun run, DateTimeOffset now)
    {
        if (run is not { State: RunState.Reading, ReadingSince: { } since } || run.Size == 0) return "";
        if (run.BytesRead >= run.Size) return $"已读完，正在整理企业索引（{run.FirmsStored:#,0} 户）";
        var (took, rows, bytes) = (now - since, run.RowsRead - run.RowsAtStart, run.BytesRead - run.BytesAtStart);
        if (took <= TimeSpan.Zero || rows <= 0 || bytes <= 0) return "";
        var left = took * ((run.Size - run.BytesRead) / (double)bytes);
        return $"每秒 {rows / took.TotalSeconds:#,0} 行，大约还要 {RunTexts.Span(left)}";
    }
}
