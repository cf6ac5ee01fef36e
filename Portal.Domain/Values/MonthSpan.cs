namespace Portal.Domain.Values;

/// <summary>Months running, both ends included; none where the last lies before the first.</summary>
public readonly record struct MonthSpan(Month First, Month Last)
{
    public int Count => Math.Max(0, Last.Index - First.Index + 1);

    public bool Contains(Month month) => First <= month && month <= Last;

    public IEnumerable<Month> Months
    {
        get
        {
            for (var month = First; month <= Last; month += 1) yield return month;
        }
    }

    public string ToChinese() => First == Last ? First.ToChinese() : $"{First.ToChinese()}至{Last.ToChinese()}";
}
