using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Features.Refunds.Release;

namespace Portal.Tests.Features.Refunds.Release;

public sealed class RunPaceTests
{
    private static readonly DateTimeOffset Began = new(2020, 11, 16, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(RunState.Reading, 20_000, 2_000, 10, "每秒 2,000 行，大约还要 40 秒")]
    [InlineData(RunState.Reading, 20_000, 1_000, 10, "每秒 2,000 行，大约还要 1 分 30 秒")]
    [InlineData(RunState.Reading, 20_000, 10_000, 10, "已读完，正在整理企业索引（0 户）")]
    [InlineData(RunState.Reading, 0, 0, 10, "")]
    [InlineData(RunState.Reading, 20_000, 2_000, 0, "")]
    [InlineData(RunState.Uploaded, 0, 0, 10, "")]
    public void The_pace_is_that_since_reading_began(RunState state, int rows, long bytes, int seconds, string told) =>
        Assert.Equal(told, RunPace.Of(Run(state, rows, bytes), Began.AddSeconds(seconds)));

    [Fact]
    public void Taken_up_again_what_the_first_attempt_read_does_not_count()
    {
        var run = Run(RunState.Reading, 20_000, 6_000);
        (run.RowsAtStart, run.BytesAtStart) = (10_000, 2_000);

        Assert.Equal("每秒 1,000 行，大约还要 10 秒", RunPace.Of(run, Began.AddSeconds(10)));
    }

    private static ScreeningRun Run(RunState state, int rows, long bytes) => new()
    {
        FileName = "",
        Sha256 = "",
        RegionCode = "210000",
        UploadedByName = "",
        Size = 10_000,
        State = state,
        RowsRead = rows,
        BytesRead = bytes,
        ReadingSince = Began,
    };
}
