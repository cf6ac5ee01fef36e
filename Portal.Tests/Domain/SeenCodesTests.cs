using CsCheck;
using Portal.Domain.Screening;

namespace Portal.Tests.Domain;

public sealed class SeenCodesTests
{
    // Few enough for codes to come again, and so many that the table grows.
    private static readonly Gen<UInt128> Codes =
        from high in Gen.ULong[0, 3]
        from low in Gen.OneOf(Gen.ULong[0, 1_500], Gen.ULong)
        select new UInt128(high, low);

    [Fact]
    public void A_code_is_new_once_and_seen_ever_after() => Codes.Array[0, 5_000].Sample(codes =>
    {
        var seen = new SeenCodes();
        var expected = new HashSet<UInt128>();
        Assert.All(codes, code => Assert.Equal(expected.Add(code), seen.Add(code)));
    }, iter: 200);
}
