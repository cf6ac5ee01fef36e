using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Work;
using Portal.Features.Finance.Payments;
using Portal.Features.Refunds.Accounts;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Features.Refunds.Accounts;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Payments;

public sealed class MarkLatePaymentsTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task An_instalment_past_its_date_is_marked_once_and_paying_it_closes_the_item()
    {
        var no = (await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmRow))[0];
        await _portal.DaysLaterAsync(7);
        Assert.DoesNotContain(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.LatePayment);

        await _portal.DaysLaterAsync(1);
        await _portal.RoundAsync();
        await _portal.DaysLaterAsync(9);

        var record = await _portal.CaseAsync(no);
        var step = Assert.Single(record.Events, step => step.What == MarkLatePayments.Message);
        Assert.Contains("第 1 笔 432.54 元 应于 2020年11月30日", step.Why, StringComparison.Ordinal);
        Assert.Equal(Roles.Supervisor, Assert.Single(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.LatePayment).Role);

        Assert.IsType<StepResult.Done>(await _portal.Get<RecordPayment>().HandleAsync(
            await _portal.ActorAsync("finance"), new PaymentMade(no, record.Version, record.Instalments[0].Id, "PZ-1", "2020-12-10")));
        Assert.Empty(await _portal.OpenWorkAsync(no));
    }

    [Fact]
    public async Task What_was_paid_in_time_or_may_not_be_paid_yet_is_not_late()
    {
        var no = (await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow))[0];
        Assert.IsType<ConfirmResult.Waits>(await _portal.ConfirmAsync(no, new AccountChoice(false, RefundScene.Firm, "铁岭银行", "880012345678")));

        await _portal.DaysLaterAsync(60);

        Assert.DoesNotContain((await _portal.CaseAsync(no)).Events, step => step.What == MarkLatePayments.Message);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }
}
