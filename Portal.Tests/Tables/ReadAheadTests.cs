using Portal.Tables;

namespace Portal.Tests.Tables;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(10_000)]
    public void Every_item_comes_once_and_in_order(int count) => Assert.Equal(Enumerable.Range(0, count), Enumerable.Range(0, count).Ahead());

    [Fact]
    public void A_failure_comes_behind_the_items_before_it()
    {
        var seen = new List<int>();

        Assert.Throws<TableUnreadableException>(() => { foreach (var item in Failing(5_000).Ahead()) seen.Add(item); });

        Assert.InRange(seen.Count, 5_000 - 255, 5_000);
    }

    [Fact]
    public void Who_leaves_early_leaves_the_source_at_rest()
    {
        var ended = false;
        IEnumerable<int> Endless()
        {
            try
            {
                for (var i = 0; ; i++) yield return i;
            }
            finally
            {
                ended = true;
            }
        }

        Assert.Equal(7, Endless().Ahead().First(item => item == 7));
        Assert.True(ended);
    }

    private static IEnumerable<int> Failing(int after)
    {
        for (var i = 0; i < after; i++) yield return i;
        throw new TableUnreadableException("broken");
    }
}
