using System.Globalization;

namespace Portal.Domain.Cases;

/// <summary>Names people of a list by their places, so that hundreds fit into one sentence and no name stands in it.</summary>
public static class PlacesInList
{
    /// <summary>Such as 第3、5至9人; runs of three and more are drawn together.</summary>
    public static string ToChinese(IEnumerable<int> places)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var place in places.Distinct().Order())
            if (runs.Count > 0 && runs[^1].Last == place - 1) runs[^1] = (runs[^1].First, place);
            else runs.Add((place, place));
        return $"第{string.Join('、', runs.SelectMany(Words))}人";
    }

    private static IEnumerable<string> Words((int First, int Last) run) => (run.Last - run.First) switch
    {
        0 => [Text(run.First)],
        1 => [Text(run.First), Text(run.Last)],
        _ => [$"{Text(run.First)}至{Text(run.Last)}"],
    };

    private static string Text(int place) => place.ToString(CultureInfo.InvariantCulture);
}
