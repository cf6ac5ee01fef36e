namespace Portal.E2E.Pages;

/// <summary>A graduate's first application for the flexible workers' subsidy: six months from May, 3,999.96 yuan.</summary>
public sealed class FlexibleApplication(Visitor person)
{
    /// <param name="firstMonth">Of the six months claimed.</param>
    /// <returns>The case number.</returns>
    public async Task<string> SubmitAsync(string firstMonth = "2020-05")
    {
        await new ApplicationForm(person).OpenAsync("flexible-social-insurance");
        return await FillInAsync(firstMonth);
    }

    /// <summary>Goes on from the first page of the form.</summary>
    /// <param name="firstMonth">Of the six months claimed.</param>
    /// <returns>The case number.</returns>
    public async Task<string> FillInAsync(string firstMonth = "2020-05")
    {
        var form = new ApplicationForm(person);
        await form.ChoosePlaceAsync("沈阳市", "和平区");
        await form.ChooseAsync("您的身份", "高校毕业生");
        await form.FillAsync("离校日期", "2019-07-01");
        await form.ChooseAsync("您在灵活就业吗", "是");
        await form.ChooseAsync("您自己缴纳社会保险费了吗", "是");
        await form.NextAsync();
        await form.FillAsync("本次申请月数", "6");
        await form.FillAsync("已享受月数", "0");
        await form.FillAsync("每月缴费金额", "1000");
        await person.SeesAsync("可以领取 3,999.96 元");
        await form.ChooseFirstMonthAsync(firstMonth);
        await form.NextAsync();
        await form.FillAccountAsync("中国样例银行", "6200000000000005");
        await form.AttachAllAsync("身份证", "毕业证书或就业困难人员认定材料", "社会保险缴费凭证");
        return await form.SubmitAsync();
    }
}
