using Portal.Domain.Measures;
using Portal.Features.Citizen.Apply.People;

namespace Portal.Tests.Features.Citizen.Apply.People;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("2020-11", "2020-11")]
    [InlineData("2020/1", "2020-01")]
    [InlineData("２０２０年１１月", "2020-11")]
    [InlineData("202011", "2020-11")]
    [InlineData("2020.11", "2020-11")]
    [InlineData("2020-11-01", "2020-11")]
    [InlineData("2020年11月3日", "2020-11")]
    [InlineData("44136", "2020-11")]
    [InlineData("2020.1", "2020.1")]
    [InlineData("2020-13", "2020-13")]
    [InlineData("去年", "去年")]
    public void A_month_is_read_as_people_and_Excel_write_it(string cell, string read) => Assert.Equal(read, CellText.Read(PostSubsidy.FirstMonth, cell));

    [Theory]
    [InlineData("2020-9-1", "2020-09-01")]
    [InlineData("2020.9.1", "2020-09-01")]
    [InlineData("2020年9月1日", "2020-09-01")]
    [InlineData("20200901", "2020-09-01")]
    [InlineData("44075", "2020-09-01")]
    [InlineData("2020-2-30", "2020-2-30")]
    [InlineData("2020-9", "2020-9")]
    public void A_day_is_read_as_people_and_Excel_write_it(string cell, string read) => Assert.Equal(read, CellText.Read(ApprenticeshipTraining.StartedOn, cell));

    [Theory]
    [InlineData(" 高校 毕业生", "graduate")]
    [InlineData("GRADUATE", "graduate")]
    [InlineData("大学生", "大学生")]
    public void A_choice_is_read_by_its_words_or_its_code(string cell, string read) => Assert.Equal(read, CellText.Read(HiringGrant.HireCategory, cell));

    [Theory]
    [InlineData("是", "true")]
    [InlineData("False", "false")]
    [InlineData("１，２００ 个月", "1200")]
    public void Yes_no_and_numbers_are_read_however_they_are_dressed(string cell, string read) =>
        Assert.Equal(read, CellText.Read(read.Length == 4 && read[0] == '1' ? HiringGrant.ContractMonths : HiringGrant.SocialInsurancePaid, cell));
}
