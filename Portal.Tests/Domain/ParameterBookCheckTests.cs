using Portal.Data.Seed;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;

namespace Portal.Tests.Domain;

public sealed class ParameterBookCheckTests
{
    private static readonly ParameterBookCheck Check = new(new MeasureCatalog().FindParameter, new RegionDirectory(SeedFiles.Regions()));
    private static readonly BookEntry Sound = new("hiring-grant.amountPerPerson", "210200", new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31), "2500", "C", "大人社发〔2020〕1号");

    [Fact]
    public void What_ships_has_no_error() =>
        Assert.DoesNotContain(Check.Check([.. SeedFiles.Parameters().Select(BookEntry.Of)]), fault => fault.IsError);

    [Fact]
    public void A_sound_line_has_no_fault() => Assert.Empty(Check.Check([Sound]));

    public static TheoryData<BookEntry, string> Faulty => new()
    {
        { Sound with { Region = "999999" }, "地区代码" },
        { Sound with { Key = "hiring-grant.amount" }, "没有规则读取" },
        { Sound with { Value = "二千五" }, "读不出来" },
        { Sound with { Source = " " }, "来源" },
        { Sound with { Status = "" }, "可靠程度" },
        { Sound with { Status = "X" }, "可靠程度" },
        { Sound with { To = new DateOnly(2019, 12, 31) }, "早于开始日期" },
        { Sound with { Key = "hiring-grant.prepayShare", Value = "1.5" }, "100%" },
        { Sound with { Key = "startup-loan-interest.split.standing", Value = """{"central":"0.3","province":"0.3","city":"0.3"}""" }, "读不出来" },
        { Sound with { Key = "training-subsidy.shares", Value = """["0.75","0.5"]""" }, "100%" },
        { Sound with { Key = "payment.dueWorkingDays", Value = "10000" }, "366" },
        { Sound with { Value = "250000000000" }, "一亿" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_line_is_named_with_what_to_do(BookEntry entry, string words)
    {
        var fault = Assert.Single(Check.Check([entry]));
        Assert.True(fault.IsError);
        Assert.Equal((entry.Key, entry.Region, entry.From), (fault.Key, fault.Region, fault.From));
        Assert.Contains(words, fault.What + fault.ToDo, StringComparison.Ordinal);
        Assert.NotEmpty(fault.ToDo);
    }

    [Fact]
    public void Shipped_lines_may_not_overlap_and_approved_ones_may()
    {
        var later = Sound with { From = new DateOnly(2020, 12, 31), To = null, Value = "3000" };
        Assert.Contains("重叠", Assert.Single(Check.Check([Sound, later])).What, StringComparison.Ordinal);
        Assert.Empty(Check.Check([Sound, later with { ApprovedAt = DateTimeOffset.UnixEpoch }]));
    }

    [Fact]
    public void A_fault_ends_when_an_approved_line_stands_in_its_place()
    {
        var faulty = Sound with { Value = "二千五" };
        var mended = Sound with { ApprovedAt = DateTimeOffset.UnixEpoch };
        Assert.Empty(Check.Check([faulty, mended]));
        Assert.Empty(Check.Check([faulty, mended with { To = null }]));
        Assert.NotEmpty(Check.Check([faulty, mended with { To = new DateOnly(2020, 12, 30) }]));
        Assert.NotEmpty(Check.Check([mended, faulty]));
    }

    [Fact]
    public void Days_without_a_value_between_two_are_a_notice()
    {
        var fault = Assert.Single(Check.Check([Sound, Sound with { From = new DateOnly(2021, 2, 1), To = null }]));
        Assert.False(fault.IsError);
        Assert.Contains("从 2021-01-01 到 2021-01-31 没有标准", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_nobody_can_read_sets_none_rather_than_leaving_the_one_before()
    {
        var book = ParameterBook.Of(Check.Readable([Sound, Sound with { Value = "二千五" }]));
        Assert.Null(book.FindRow(Sound.Key, Sound.Region, Sound.From));
    }
}
