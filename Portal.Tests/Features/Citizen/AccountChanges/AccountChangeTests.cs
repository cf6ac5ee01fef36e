using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Features.Citizen.AccountChanges;
using Portal.Features.Citizen.Cases;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Payments;
using Portal.Features.Platform.Demo;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.AccountChanges;

public sealed class AccountChangeTests : IDisposable
{
    private const string Card = "6200000000000005";
    private const string OtherCard = "6200000000000013";
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task A_persons_new_account_holds_the_payment_until_an_approver_confirms_it()
    {
        var record = await ApprovedAsync(await _portal.FlexibleAsync());
        Assert.IsType<StepResult.Done>(await AskAsync("graduate", record, Card));

        var held = await _portal.CaseAsync(record.No);
        Assert.Contains("暂停拨付", held.Events[^1].What, StringComparison.Ordinal);
        Assert.Contains("************0005", held.Events[^1].Why, StringComparison.Ordinal);
        Assert.DoesNotContain(Card, held.Events[^1].Why, StringComparison.Ordinal);
        Assert.Contains("账户", Assert.IsType<StepResult.Refused>(await PayAsync(held)).Message, StringComparison.Ordinal);
        Assert.True((await _portal.Get<ShowPlan>().HandleAsync(await _portal.ActorAsync("finance"), record.No))!.AccountChanges);
        Assert.Contains(await _portal.OpenWorkAsync(record.No), work => work is { Kind: WorkKind.AccountChange, Role: Roles.Approver });

        Assert.IsType<StepResult.Refused>(await DecideAsync("reviewer", record));
        Assert.IsType<StepResult.NotFound>(await DecideAsync("graduate", record, no: "LN000"));
        Assert.IsType<StepResult.Refused>(await DecideAsync("graduate", record));
        var change = await ChangeAsync(record);
        Assert.IsType<StepResult.Done>(await DecideAsync("approver", record));
        Assert.IsType<StepResult.Done>(await DecideAsync("approver", record, change: change.Id));

        var changed = await _portal.CaseAsync(record.No);
        Assert.Equal(("李晓雨", "样例银行", Card), (changed.AccountHolder, changed.Bank, _portal.Get<FieldVault>().Open(SealPurpose.BankAccount, changed.Account!)));
        Assert.IsType<StepResult.Done>(await PayAsync(changed));
    }

    [Fact]
    public async Task Everybody_concerned_is_told_even_whoever_asked()
    {
        var record = await ApprovedAsync(await _portal.FlexibleAsync());
        await AskAsync("graduate", record, Card);

        await using var db = await _portal.Databases.CreateDbContextAsync();
        var graduate = (await _portal.ActorAsync("graduate")).UserId;
        Assert.Single(await db.Messages.Where(message => message.Record == record.No && message.UserId == graduate && message.Subject.Contains("更换收款账户")).ToListAsync());
    }

    [Fact]
    public async Task A_firms_change_takes_another_administrator_or_a_reviewer()
    {
        var record = await ApprovedAsync(await _portal.HiringAsync(relief: false));
        var (colleague, administrator) = (await MemberAsync(record, administrator: false), await MemberAsync(record, administrator: true));
        Assert.IsType<StepResult.Done>(await AskAsync("hr", record, "8800-1234-5678"));

        Assert.Contains("另一个人", Assert.IsType<StepResult.Refused>(await DecideAsync("hr", record)).Message, StringComparison.Ordinal);
        Assert.IsType<StepResult.Refused>(await DecideAsync("approver", record));
        var id = (await ChangeAsync(record)).Id;
        var decide = _portal.Get<DecideAccountChange>();
        Assert.IsType<StepResult.Refused>(await decide.HandleAsync(colleague, record.No, id, confirm: true, null));
        Assert.IsType<StepResult.Done>(await decide.HandleAsync(administrator, record.No, id, confirm: true, null));

        Assert.Equal("880012345678", _portal.Get<FieldVault>().Open(SealPurpose.BankAccount, (await _portal.CaseAsync(record.No)).Account!));
    }

    [Fact]
    public async Task A_refused_change_leaves_the_old_account_and_says_why()
    {
        var record = await ApprovedAsync(await _portal.HiringAsync(relief: false));
        await AskAsync("hr", record, "8800-1234-5678");
        var id = (await ChangeAsync(record)).Id;

        Assert.IsType<StepResult.Invalid>(await DecideAsync("reviewer", record, confirm: false));
        Assert.IsType<StepResult.Done>(await DecideAsync("reviewer", record, confirm: false, reason: "电话核实不是企业提出"));
        Assert.IsType<StepResult.Stale>(await DecideAsync("reviewer", record, change: id));

        var after = await _portal.CaseAsync(record.No);
        Assert.Equal((record.Bank, "电话核实不是企业提出"), (after.Bank, after.Events[^1].Why));
        Assert.DoesNotContain(await _portal.OpenWorkAsync(record.No), work => work.Kind == WorkKind.AccountChange);
    }

    [Fact]
    public async Task One_change_at_a_time_and_it_may_be_taken_back()
    {
        var record = await _portal.FlexibleAsync();
        Assert.IsType<StepResult.Done>(await AskAsync("graduate", record, Card));
        Assert.IsType<StepResult.Done>(await AskAsync("graduate", record, Card));
        Assert.IsType<StepResult.Refused>(await AskAsync("graduate", record, OtherCard));

        var (graduate, id) = (await _portal.ActorAsync("graduate"), (await ChangeAsync(record)).Id);
        Assert.IsType<StepResult.NotFound>(await _portal.Get<WithdrawAccountChange>().HandleAsync(await _portal.ActorAsync("hr"), record.No, id));
        Assert.IsType<StepResult.Done>(await _portal.Get<WithdrawAccountChange>().HandleAsync(graduate, record.No, id));
        Assert.IsType<StepResult.Done>(await _portal.Get<WithdrawAccountChange>().HandleAsync(graduate, record.No, id));

        var after = await _portal.CaseAsync(record.No);
        Assert.Null(after.Account);
        Assert.IsType<StepResult.Done>(await AskAsync("graduate", after, OtherCard));
    }

    [Fact]
    public async Task Wrong_passwords_are_counted_and_make_one_wait_and_malformed_accounts_are_named()
    {
        var record = await _portal.FlexibleAsync();
        var faults = Assert.IsType<StepResult.Invalid>(await AskAsync("graduate", record, "6200000000000006", password: ""));
        Assert.Equal([NewAccount.AccountField, NewAccount.PasswordField], faults.Errors.Select(error => error.FieldId));

        for (var i = 0; i < 5; i++)
            Assert.Equal(NewAccount.PasswordField, Assert.Single(Assert.IsType<StepResult.Invalid>(await AskAsync("graduate", record, Card, "wrong")).Errors).FieldId);
        var locked = Assert.Single(Assert.IsType<StepResult.Invalid>(await AskAsync("graduate", record, Card)).Errors);

        Assert.Contains("过几分钟再试", locked.Message, StringComparison.Ordinal);
        Assert.Single((await _portal.CaseAsync(record.No)).Events);
    }

    [Fact]
    public async Task A_withdrawn_case_leaves_nothing_to_confirm()
    {
        var record = await _portal.FlexibleAsync();
        await AskAsync("graduate", record, Card);
        var id = (await ChangeAsync(record)).Id;
        var asked = await _portal.CaseAsync(record.No);

        Assert.IsType<StepResult.Done>(await _portal.Get<WithdrawCase>().HandleAsync(await _portal.ActorAsync("graduate"), record.No, asked.Version, "不办了"));

        Assert.Empty(await _portal.OpenWorkAsync(record.No));
        Assert.IsType<StepResult.Stale>(await DecideAsync("approver", record, change: id));
    }

    [Fact]
    public async Task The_pages_send_no_number_back_and_staff_confirm_by_a_plain_form()
    {
        var record = await ApprovedAsync(await _portal.FlexibleAsync());
        var graduate = await ScriptlessBrowser.AsAsync(_portal, "graduate");
        await graduate.GetAsync($"/cases/{record.No}/change-account");
        await graduate.SubmitAsync("ask", new() { ["Form.Bank"] = "样例银行", ["Form.Account"] = Card, ["Form.Password"] = "nonsense-1" });
        Assert.Contains("密码不正确", graduate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Card, graduate.Page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense-1", graduate.Page.Source.Text, StringComparison.Ordinal);
        await graduate.SubmitAsync("ask", new() { ["Form.Bank"] = "样例银行", ["Form.Account"] = Card, ["Form.Password"] = DemoAccounts.Password });
        Assert.Contains("收款账户正在更换", graduate.Text, StringComparison.Ordinal);

        var finance = await ScriptlessBrowser.AsAsync(_portal, "finance");
        await finance.GetAsync($"/desk/cases/{record.No}/payments");
        Assert.Contains("现在不能拨付", finance.Text, StringComparison.Ordinal);
        var approver = await ScriptlessBrowser.AsAsync(_portal, "approver");
        await approver.GetAsync($"/desk/cases/{record.No}/change-account");
        await approver.SubmitAsync("decide", new() { ["Form.Decision"] = "confirm" });
        Assert.Contains("收款账户的确认已办理", approver.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clearing_code_is_asked_of_firms_alone_and_checked_for_its_form()
    {
        var typed = new NewAccount("样例银行", "62000000000000003", "密码", BankCode: "12");

        Assert.Equal(NewAccount.BankCodeField, Assert.Single(typed.Faults(ofFirm: true, out _)).FieldId);
        Assert.Empty((typed with { BankCode = "102222000017" }).Faults(ofFirm: true, out _));
        Assert.DoesNotContain(typed.Faults(ofFirm: false, out _), error => error.FieldId == NewAccount.BankCodeField);
    }

    public void Dispose() => _portal.Dispose();

    private async Task<StepResult> AskAsync(string account, Case record, string number, string password = DemoAccounts.Password)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RequestAccountChange>()
            .HandleAsync(await _portal.ActorAsync(account), record.No, record.Version, new NewAccount("样例银行", number, password));
    }

    private async Task<StepResult> DecideAsync(
        string account, Case record, bool confirm = true, string? reason = null, Guid? change = null, string? no = null) =>
        await _portal.Get<DecideAccountChange>().HandleAsync(await _portal.ActorAsync(account), no ?? record.No, change ?? (await ChangeAsync(record)).Id, confirm, reason);

    private async Task<AccountChange> ChangeAsync(Case record)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return (await db.OpenAccountChangeAsync(record.Id))!;
    }

    private async Task<Actor> MemberAsync(Case record, bool administrator)
    {
        var person = await _portal.AddPersonAsync("同事");
        await using var db = await _portal.Databases.CreateDbContextAsync();
        db.Add(new FirmMembership { FirmId = record.FirmId!.Value, UserId = person.UserId, IsAdministrator = administrator });
        await db.SaveChangesAsync();
        return person;
    }

    private async Task<StepResult> PayAsync(Case record) =>
        await _portal.Get<RecordPayment>().HandleAsync(
            await _portal.ActorAsync("finance"), new PaymentMade(record.No, record.Version, record.Instalments[0].Id, "PZ-1", "2020-11-16"));

    private async Task<Case> ApprovedAsync(Case record)
    {
        async Task<CaseRef> Seen() => new(record.No, (await _portal.CaseAsync(record.No)).Version);
        await _portal.Get<AssignCase>().HandleAsync(await _portal.ActorAsync("reviewer"), await Seen());
        await _portal.Get<ProposeApproval>().HandleAsync(await _portal.ActorAsync("reviewer"), await Seen(), null);
        Assert.IsType<StepResult.Done>(await _portal.Get<DecideCase>().HandleAsync(await _portal.ActorAsync("approver"), await Seen(), CaseAction.Approve, null));
        return await _portal.CaseAsync(record.No);
    }
}
