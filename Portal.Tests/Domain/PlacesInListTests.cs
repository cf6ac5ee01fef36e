using CsCheck;
using Portal.Domain.Cases;

namespace Portal.Tests.Domain;

public sealed class PlacesInListTests
{
    [Theory]
    [InlineData("3", "第3人")]
    [InlineData("3,5", "第3、5人")]
    [InlineData("4,3", "第3、4人")]
    [InlineData("1,2,3,7,9,10,11", "第1至3、7、9至11人")]
    [InlineData("2,2", "第2人")]
    public void People_are_named_by_their_places(string places, string told) =>
        Assert.Equal(told, PlacesInList.ToChinese(places.Split(',').Select(int.Parse)));

    [Fact]
    public void A_whole_list_is_named_in_one_run() => Gen.Int[3, 500].Sample(count => Assert.Equal($"第1至{count}人", PlacesInList.ToChinese(Enumerable.Range(1, count))));
}
