using Portal.Domain.Places;

namespace Portal.Domain.Parameters;

/// <summary>Something wrong with the parameter book: where, what, and what to do about it, in Chinese.</summary>
/// <param name="IsError">An error makes a value wrong or unusable (错误); a notice may be meant so (提示).</param>
/// <param name="From">The first day of the line it is about.</param>
public sealed record BookFault(bool IsError, string Key, string Region, DateOnly From, string What, string ToDo);

/// <summary>Checks the lines of the parameter book against the rules that read them and the places there are.</summary>
/// <param name="find">The parameter that a rule declares under a key.</param>
public sealed class ParameterBookCheck(Func<string, Parameter?> find, RegionDirectory regions)
{
    private const string Statuses = "TCSDU";

    /// <param name="entries">In the order they came into force.</param>
    public IReadOnlyList<BookFault> Check(IReadOnlyCollection<BookEntry> entries)
    {
        // Lines are never changed, so a fault ends when an approved line stands in its place.
        var standing = entries.GroupBy(entry => (entry.Key, entry.Region))
            .SelectMany(lines => lines.Where((line, i) => !lines.Skip(i + 1).Any(later => !later.IsShipped && later.Spans(line)))).ToArray();
        return [.. standing.SelectMany(FaultsOf), .. Overlaps(standing), .. Gaps(entries)];
    }

    /// <summary>The lines as the book can be read by: a value no rule can read counts as none set, so that nobody computes from it.</summary>
    public IEnumerable<BookEntry> Readable(IEnumerable<BookEntry> entries) =>
        entries.Select(entry => entry.Value is { } text && find(entry.Key)?.TryParse(text, out _) != true ? entry with { Value = null } : entry);

    private IEnumerable<BookFault> FaultsOf(BookEntry entry)
    {
        BookFault Error(string what, string toDo) => new(true, entry.Key, entry.Region, entry.From, what, toDo);

        if (!regions.Contains(entry.Region)) yield return Error("没有这个地区代码", "核对六位行政区划代码");
        if (entry.To < entry.From) yield return Error($"结束日期 {entry.To:yyyy-MM-dd} 早于开始日期", "核对起止日期");
        if (string.IsNullOrWhiteSpace(entry.Source)) yield return Error("没有写来源", "补上来源文件");
        if (entry.Status is not { Length: 1 } || !Statuses.Contains(entry.Status, StringComparison.Ordinal))
            yield return Error("来源可靠程度没有写或者不认识", "写明 T、C、S、D、U 之一");
        if (find(entry.Key) is not { } parameter) yield return Error("没有规则读取这个项目", "核对项目的写法，不用的删去");
        else if (entry.Value is not { } text) yield break;
        else if (!parameter.TryParse(text, out var value)) yield return Error("标准读不出来", TypedValue.HowTo(parameter));
        else if (parameter.Doubt(value) is { } doubt) yield return Error("标准不合常理", doubt);
    }

    /// <summary>Only what ships can overlap by mistake: an approved line is meant to stand before earlier ones.</summary>
    private static IEnumerable<BookFault> Overlaps(IEnumerable<BookEntry> entries) =>
        from lines in entries.Where(entry => entry.IsShipped).GroupBy(entry => (entry.Key, entry.Region))
        let ordered = lines.OrderBy(entry => entry.From).ToArray()
        from pair in ordered.Zip(ordered.Skip(1))
        where pair.First.To is null || pair.Second.From <= pair.First.To
        select new BookFault(true, pair.Second.Key, pair.Second.Region, pair.Second.From,
            $"与 {pair.First.From:yyyy-MM-dd} 开始的一条日期重叠", "核对两条的起止日期，一天只能有一个标准");

    private static IEnumerable<BookFault> Gaps(IEnumerable<BookEntry> entries) =>
        from rows in ParameterFold.InForce(entries).Where(row => !row.HoldsNever).GroupBy(row => (row.Key, row.Region))
        let ordered = rows.OrderBy(row => row.From).ToArray()
        from pair in ordered.Zip(ordered.Skip(1))
        where pair.First.To is { } last && last.AddDays(1) < pair.Second.From
        select new BookFault(false, pair.Second.Key, pair.Second.Region, pair.Second.From,
            $"从 {pair.First.To!.Value.AddDays(1):yyyy-MM-dd} 到 {pair.Second.From.AddDays(-1):yyyy-MM-dd} 没有标准", "如果当时确实没有执行，不用处理；否则补录这一段");
}
