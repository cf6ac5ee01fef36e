using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>Words and numbers as lists and spreadsheets hold them, where they can mean one thing only.</summary>
public sealed class MonthsTextTests
{
    [Theory]
    [InlineData("3年", "36")]
    [InlineData("半年", "6")]
    [InlineData("一年", "12")]
    [InlineData("两年半", "30")]
    [InlineData("1年6个月", "18")]
    [InlineData("十二个月", null)]
    [InlineData("无固定期限", "999")]
    [InlineData("无固定期限合同", "999")]
    [InlineData("12.0", "12")]
    [InlineData("12.5", null)]
    [InlineData("12个月", "12")]
    [InlineData("长期", null)]
    [InlineData("0年", "0")]
    public void The_length_of_a_contract(string written, string? months) => Assert.Equal(months, TypedFacts.ReadOne(HiringGrant.ContractMonths, written));

    [Theory]
    [InlineData("√", "true")]
    [InlineData("×", "false")]
    [InlineData("已缴纳", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("大概", null)]
    public void Yes_and_no(string written, string? answer) => Assert.Equal(answer, TypedFacts.ReadOne(HiringGrant.SocialInsurancePaid, written));

    [Theory]
    [InlineData("应届毕业生", "graduate")]
    [InlineData("失业人员", "registered-unemployed")]
    [InlineData("其他人员", "other")]
    [InlineData("老员工", null)]
    public void The_category_of_a_hire(string written, string? code) => Assert.Equal(code, TypedFacts.ReadOne(HiringGrant.HireCategory, written));

    [Theory]
    [InlineData("1000.5000", "1000.50")]
    [InlineData("1,000.50元", "1000.50")]
    [InlineData("1000.505", null)]
    public void An_amount(string written, string? amount) => Assert.Equal(amount, TypedFacts.ReadOne(VenueSubsidy.MonthlyRent, written));

    [Theory]
    [InlineData("\u200B210202\u200C", "210202")]
    [InlineData("身份证\n号码", "身份证号码")]
    [InlineData("金\u2003额\u3000\u00A0", "金额")]
    [InlineData("\u202E小\u00AD型\u2069", "小型")]
    [InlineData("２１０２０２", "210202")]
    [InlineData("\U000E0041大连", "大连")]
    public void What_nobody_sees_is_dropped(string written, string read)
    {
        Assert.Equal(read, PlainText.Compact(written));
        Assert.DoesNotContain(PlainText.Trim(written).EnumerateRunes(), rune => System.Text.Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format);
    }
}
