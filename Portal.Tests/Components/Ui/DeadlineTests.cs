using System.Globalization;
using Portal.Casework.Rulebooks;
using Portal.Components.Ui;

namespace Portal.Tests.Components.Ui;

public sealed class DeadlineTests
{
    private static readonly DateOnly Monday = new(2020, 11, 16);

    [Theory]
    [InlineData("2020-11-16", DeadlineState.Today, "今天到期")]
    [InlineData("2020-11-17", DeadlineState.Ahead, "还剩 1 个工作日")]
    [InlineData("2020-11-23", DeadlineState.Ahead, "还剩 5 个工作日")]
    [InlineData("2020-11-13", DeadlineState.Overdue, "已超期 1 个工作日")]
    [InlineData("2020-11-06", DeadlineState.Overdue, "已超期 6 个工作日")]
    [InlineData("2031-01-02", DeadlineState.Ahead, "1月2日到期")]
    [InlineData(null, DeadlineState.None, "没有期限")]
    public void A_deadline_is_told_in_working_days(string? due, DeadlineState state, string text) =>
        Assert.Equal((state, text), Told(due, Monday));

    [Fact]
    public void Over_days_off_no_working_day_is_counted()
    {
        Assert.Equal((DeadlineState.Overdue, "已超期"), Told("2020-11-13", new DateOnly(2020, 11, 14)));
        Assert.Equal((DeadlineState.Ahead, "11月15日到期"), Told("2020-11-15", new DateOnly(2020, 11, 14)));
    }

    private static (DeadlineState State, string Text) Told(string? due, DateOnly today)
    {
        DateOnly? day = due is null ? null : DateOnly.Parse(due, CultureInfo.InvariantCulture);
        var deadline = Deadline.Of(day, today, RulebookSource.Shipped().Rules.Calendar);
        return (deadline.State, deadline.Text);
    }
}
