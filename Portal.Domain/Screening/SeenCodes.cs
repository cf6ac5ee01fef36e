namespace Portal.Domain.Screening;

/// <summary>The codes of one roster's rows so far.</summary>
/// <remarks>
/// One open table of numbers: a code costs one look into memory, where a chained set takes two and twice the room.
/// A million codes take two thirds of the time.
/// </remarks>
internal sealed class SeenCodes
{
    private const ulong GoldenRatio = 0x9E37_79B9_7F4A_7C15;

    // Zero is an empty place; so codes are kept plus one.
    private UInt128[] _places = new UInt128[1 << 10];
    private int _count;

    /// <returns>False when it was there before.</returns>
    public bool Add(UInt128 code)
    {
        if (_count * 2 >= _places.Length) Grow();
        var kept = code + 1;
        var place = PlaceOf(kept);
        for (; _places[place] != UInt128.Zero; place = After(place))
            if (_places[place] == kept)
                return false;
        _places[place] = kept;
        _count++;
        return true;
    }

    private void Grow()
    {
        var before = _places;
        _places = new UInt128[before.Length * 2];
        foreach (var kept in before)
        {
            if (kept == UInt128.Zero) continue;
            var place = PlaceOf(kept);
            while (_places[place] != UInt128.Zero) place = After(place);
            _places[place] = kept;
        }
    }

    // The upper bits of the product depend on every bit of the code; firms of one district differ in few.
    private int PlaceOf(UInt128 kept) =>
        (int)(((ulong)kept ^ (ulong)(kept >> 64) * GoldenRatio) * GoldenRatio >> (64 - int.Log2(_places.Length)));

    private int After(int place) => (place + 1) & (_places.Length - 1);
}
