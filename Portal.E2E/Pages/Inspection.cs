namespace Portal.E2E.Pages;

/// <summary>What is wrong with a page as it stands on a phone, beside what axe finds.</summary>
public sealed class Inspection(Visitor visitor)
{
    private const int Narrowest = 320;

    private const string SmallTargets = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
            .filter(e => e.checkVisibility() && !e.disabled && !e.closest('.skip, .hidden-visually, fieldset:disabled'))
            .map(e => {
                const box = (e.closest('label, .card--link') ?? e).getBoundingClientRect();
                const inText = e.matches('a') && getComputedStyle(e).display === 'inline';
                return { e, height: box.height, least: inText ? 20 : 43.5 };
            })
            .filter(({ height, least }) => height > 0 && height < least)
            .map(({ e, height }) => `${Math.round(height)} px high: ${e.outerHTML.slice(0, 160)}`)
        """;

    private const string WrongKeyboards = """
        () => [...document.querySelectorAll('input')]
            .filter(e => !['hidden', 'radio', 'checkbox', 'file', 'date', 'month'].includes(e.type) && !e.readOnly)
            .filter(e => {
                const label = (e.labels?.[0]?.innerText ?? e.getAttribute('aria-label') ?? '').trim();
                const is = (kind) => e.type === kind || e.inputMode === kind;
                if (/^(密码|再输入)/.test(label)) return e.type !== 'password' || !/(current|new)-password/.test(e.autocomplete);
                if (/账号/.test(label) && e.form?.querySelector('[type=password]')) return e.autocomplete !== 'username';
                if (/邮箱/.test(label)) return !is('email') || !e.autocomplete;
                if (/手机号/.test(label)) return !is('tel') || !e.autocomplete;
                if (/（(元|人|个月|天|年|岁)）|银行卡号|几天|年份/.test(label)) return !['numeric', 'decimal'].includes(e.inputMode) && e.type !== 'number';
                return false;
            })
            .map(e => `wrong keyboard: ${e.outerHTML.slice(0, 200)}`)
        """;

    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var page = visitor.Page;
        List<string> faults = [.. await visitor.AxeFaultsAsync(), .. await AskAsync(SmallTargets), .. await AskAsync(WrongKeyboards)];
        if (await page.Locator("h1").CountAsync() != 1) faults.Add($"{page.Url}: not one first heading");
        var usual = page.ViewportSize!;
        await page.SetViewportSizeAsync(Narrowest, usual.Height);
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) faults.Add($"{page.Url}: scrolls sideways at {Narrowest} px");
        await page.SetViewportSizeAsync(usual.Width, usual.Height);
        return faults;
    }

    private async Task<IEnumerable<string>> AskAsync(string question) =>
        (await visitor.Page.EvaluateAsync<string[]>(question)).Select(fault => $"{visitor.Page.Url}: {fault}");
}
