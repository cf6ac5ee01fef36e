using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>A case as the person who applied sees it.</summary>
public sealed class MyCase(Visitor person)
{
    public ILocator Withdrawal => person.Main.GetByRole(AriaRole.Button, new() { Name = "撤回申请", Exact = true });

    public Task OpenAsync(string caseNo) => person.GoAsync($"/cases/{caseNo}");

    /// <summary>Folded away, so that nobody withdraws by mistake.</summary>
    public Task UnfoldWithdrawalAsync() => person.Main.GetByText("不想申请了？撤回这件申请").ClickAsync();

    public async Task WithdrawAsync(string reason)
    {
        await person.FillAsync("撤回的原因", reason);
        await Withdrawal.ClickAsync();
    }
}
