using System.Collections.Immutable;
using Portal.Access;

namespace Portal.Tests.Access;

public sealed class PlaceFilterTests
{
    private static readonly string[] Places = ["210000", "210200", "210202", "210211", "210300", "210302"];

    public static TheoryData<string> EveryPlace => [.. Places];

    [Theory]
    [MemberData(nameof(EveryPlace))]
    public void The_database_keeps_to_a_place_as_one_record_does(string place) =>
        Assert.Equal(Places.Where(Of(place).Sees), Places.AsQueryable().Within(place, record => record));

    [Fact]
    public void Who_has_no_place_sees_nothing() => Assert.Empty(Places.AsQueryable().Within(null, record => record));

    [Theory]
    [InlineData("210000", "210202", "210202")]
    [InlineData("210202", "210000", "210202")]
    [InlineData("210200", "210200", "210200")]
    [InlineData("210200", "210300", null)]
    public void Two_places_overlap_in_the_smaller_where_one_lies_in_the_other(string own, string other, string? both) =>
        Assert.Equal(both, Of(own).Overlap(other));

    private static Actor Of(string place) => new(Guid.NewGuid(), "王芳", ImmutableHashSet<string>.Empty, place);
}
