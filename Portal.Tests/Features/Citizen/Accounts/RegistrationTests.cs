using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Casework.Privacy;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Features.Citizen.Accounts;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Accounts;

public sealed class RegistrationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Password = "spring-2020";

    [Fact]
    public async Task Whoever_registers_is_signed_in_has_consented_and_goes_on()
    {
        var client = new ScriptlessBrowser(portal);
        var response = await PostAsync(client, "/register?returnUrl=%2Ffirms", "21010220000229000X", "13900000011");

        Assert.Equal("/firms", ScriptlessBrowser.TargetOf(response));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/firms")).StatusCode);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var index = portal.Get<FieldVault>().Index(SealPurpose.Mobile, "13900000011");
        var user = await db.Users.SingleAsync(user => user.Mobile!.Index == index);
        Assert.Equal(("139****0011", "210102********000X"), (user.Mobile!.Masked, user.ResidentId!.Masked));
        Assert.DoesNotContain("13900000011", user.UserName + user.PhoneNumber + user.Email);
        Assert.True(await db.HasConsentedAsync(user.Id));
    }

    [Theory]
    [InlineData("210102199001010006", "校验码")]
    [InlineData("210102202102290006", "出生日期")]
    [InlineData("160102199001010002", "前两位")]
    [InlineData("12345", "18位")]
    [InlineData("", "请填写身份证号码")]
    [InlineData("210102200501010009", "16周岁")]
    public async Task A_resident_id_that_cannot_be_right_is_told_with_what_is_wrong(string residentId, string hint)
    {
        var faulty = Assert.IsType<RegistrationAnswer.Faulty>(await HandleAsync(Typed(residentId, "13900000012")));

        var error = Assert.Single(faulty.Errors);
        Assert.Equal("resident-id", error.FieldId);
        Assert.Contains(hint, error.Message);
    }

    [Fact]
    public async Task Every_faulty_field_is_told_at_once_in_the_order_of_the_page()
    {
        var faulty = Assert.IsType<RegistrationAnswer.Faulty>(await HandleAsync(new Registration { Email = "x", Password = "Abc", PasswordAgain = "abc" }));

        Assert.Equal(
            ["name", "resident-id", "mobile", "email", "password", "password-again", "consent-application", "consent-sensitive"],
            faulty.Errors.Select(error => error.FieldId).Distinct());
    }

    [Fact]
    public async Task A_number_that_is_known_is_told_without_saying_whose()
    {
        var sameId = Assert.IsType<RegistrationAnswer.Faulty>(await HandleAsync(Typed("210102199901010002", "13900000013")));
        var sameMobile = Assert.IsType<RegistrationAnswer.Faulty>(await HandleAsync(Typed("21010219850103000X", "13000000001")));

        Assert.Equal(sameId.Errors, sameMobile.Errors);
        var error = Assert.Single(sameId.Errors);
        Assert.Contains("已经注册过", error.Message);
        Assert.DoesNotContain("李", error.Message);
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.False(await db.Users.AnyAsync(user => user.FullName == "测试人"));
    }

    [Fact]
    public async Task A_second_press_finds_the_account_the_first_one_made()
    {
        await PostAsync(new ScriptlessBrowser(portal), "/register", "210102199001010007", "13900000014");
        var second = await PostAsync(new ScriptlessBrowser(portal), "/register", "210102199001010007", "13900000014");

        Assert.Equal("/home", ScriptlessBrowser.TargetOf(second));
        await using var db = await portal.Databases.CreateDbContextAsync();
        var index = portal.Get<FieldVault>().Index(SealPurpose.Mobile, "13900000014");
        Assert.Equal(1, await db.Users.CountAsync(user => user.Mobile!.Index == index));
    }

    [Fact]
    public async Task What_was_typed_stays_but_not_the_password()
    {
        var page = await (await PostAsync(new ScriptlessBrowser(portal), "/register", "210102199001010006", "13900000015")).Content.ReadAsStringAsync();

        Assert.Contains("value=\"210102199001010006\"", page);
        Assert.Contains("value=\"13900000015\"", page);
        Assert.DoesNotContain(Password, page);
    }

    private static Registration Typed(string residentId, string mobile) => new()
    {
        Name = "测试人",
        ResidentId = residentId,
        Mobile = mobile,
        Password = Password,
        PasswordAgain = Password,
        Application = ConsentTexts.Current(ConsentKind.Application).Version,
        Sensitive = ConsentTexts.Current(ConsentKind.Sensitive).Version,
    };

    private static Task<HttpResponseMessage> PostAsync(ScriptlessBrowser client, string path, string residentId, string mobile) => client.PostAsync(
        path, "register", ("Form.Name", "周一"), ("Form.ResidentId", residentId), ("Form.Mobile", mobile),
        ("Form.Password", Password), ("Form.PasswordAgain", Password),
        ("Form.Application", ConsentTexts.Current(ConsentKind.Application).Version), ("Form.Sensitive", ConsentTexts.Current(ConsentKind.Sensitive).Version));

    private async Task<RegistrationAnswer> HandleAsync(Registration typed)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RegisterPerson>().HandleAsync(typed);
    }
}
