using System.Text;
using Microsoft.Playwright;
using Portal.E2E.Support;

namespace Portal.E2E.Pages;

/// <summary>A person at a screen: signs in, moves about, and sees.</summary>
public sealed class Visitor(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>A small but real PDF.</summary>
    public static FilePayload Paper(string name) =>
        new() { Name = name, MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF") };

    public static async Task<Visitor> SignedInAsync(PortalServer portal, Screen screen, string account, bool scripts = true) =>
        await SignedInAsync(await portal.VisitAsync(screen, scripts), account);

    /// <summary>Signs in at the form the first time an account does in a test run, later with the cookie of that time.</summary>
    public static async Task<Visitor> SignedInAsync(IPage page, string account)
    {
        var visitor = new Visitor(page);
        if (Sessions.Of(account) is { } session)
        {
            await page.Context.AddCookiesAsync([session.Cookie]);
            await page.GotoAsync(session.Landing);
        }
        else
        {
            await visitor.SignInAsync(account);
            await Sessions.KeepAsync(account, page);
        }

        return visitor;
    }

    public async Task SignInAsync(string account)
    {
        await Page.GotoAsync("/login");
        await Main.GetByLabel("手机号或账号").FillAsync(account);
        await Main.GetByLabel("密码").FillAsync("Demo-2020-11");
        await PressAsync("登录");
        await Assertions.Expect(Main.GetByRole(AriaRole.Heading, new() { Name = "登录" })).Not.ToBeVisibleAsync();
    }

    public Task GoAsync(string address) => Page.GotoAsync(address);

    /// <summary>Goes there and waits until an interactive page stands.</summary>
    /// <returns>The status.</returns>
    public async Task<int> ArriveAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        await Assertions.Expect(Page.Locator("main .loading")).ToHaveCountAsync(0);
        return response?.Status ?? 0;
    }

    /// <summary>Waits for the address alone: a page that goes on by itself may never report that it is loaded.</summary>
    public Task IsAtAsync(string path) => Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(path)));

    public Task PressAsync(string button) => Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Main.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public Task FillAsync(string label, string text) => Main.GetByLabel(label).FillAsync(text);

    /// <summary>Chooses an answer of a group of radio buttons; its label may go on with a hint.</summary>
    public Task ChooseAsync(string question, string answer) =>
        Main.GetByRole(AriaRole.Group, new() { Name = question }).GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{answer}") }).CheckAsync();

    public Task SeesAsync(string text) => Assertions.Expect(Main.GetByText(text).First).ToBeVisibleAsync();

    public Task SeesHeadingAsync(string text) => Assertions.Expect(Main.GetByRole(AriaRole.Heading, new() { Name = text }).First).ToBeVisibleAsync();

    /// <summary>What axe finds on the page as it stands, each with its address.</summary>
    public async Task<IReadOnlyList<string>> AxeFaultsAsync() => await Axe.FaultsAsync(Page);

    public async Task DoesNotScrollSidewaysAsync() =>
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{Page.Url} scrolls sideways.");

    /// <summary>The case number in the address, on a page of a case.</summary>
    public string CaseNo => new Uri(Page.Url).Segments.First(segment => segment.StartsWith("LN", StringComparison.Ordinal)).TrimEnd('/');
}
