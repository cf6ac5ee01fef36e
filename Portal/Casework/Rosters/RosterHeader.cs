using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Tables;

namespace Portal.Casework.Rosters;

/// <summary>Where each column of a roster stands, found by its heading.</summary>
internal sealed class RosterHeader
{
    private static readonly string[] Known = [.. RosterColumns.Required, .. RosterColumns.Kept];
    private readonly Dictionary<string, int> _places;

    private RosterHeader(Dictionary<string, int> places) => _places = places;

    /// <summary>-1 for a kept column the roster does without.</summary>
    public int Of(string column) => _places.GetValueOrDefault(column, -1);

    /// <exception cref="TableUnreadableException">A column that decides is missing, or one stands there twice.</exception>
    public static RosterHeader Read(ITable table)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Width; i++)
        {
            var heading = PlainText.Compact(table.Cell(i));
            if (Known.Contains(heading) && !places.TryAdd(heading, i))
                throw new TableUnreadableException($"表头里“{heading}”出现了两次，无法判断以哪一列为准。请删去多余的一列后再上传。");
        }

        var missing = RosterColumns.Required.Where(column => !places.ContainsKey(column)).ToArray();
        return missing.Length == 0 ? new RosterHeader(places) : throw new TableUnreadableException(
            missing.Length == RosterColumns.Required.Count
                ? $"第一行没有名册的表头。第一行应有这些列：{string.Join("、", missing)}。请检查后再上传。"
                : $"名册缺少这些列：{string.Join("、", missing)}。请补上（列名要一致，先后不限）后再上传。");
    }
}
