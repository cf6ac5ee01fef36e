using Microsoft.EntityFrameworkCore;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data.Messages;
using Portal.Domain.Cases;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Messages;

/// <summary>People are told what others have done on their case, in the same save.</summary>
public sealed class CaseMessageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_correction_asked_for_reaches_the_applicant_with_the_reason()
    {
        var no = (await portal.FlexibleAsync()).No;
        await StepAsync(no, "reviewer", CaseAction.TakeUp, "开始审核");
        await StepAsync(no, "reviewer", CaseAction.RequestCorrection, "请补正材料", "缴费凭证看不清");

        var message = Assert.Single(await ToldAsync(no));

        Assert.Equal((await portal.ActorAsync("graduate")).UserId, message.UserId);
        Assert.Equal($"办件 {no}：请补正材料", message.Subject);
        Assert.Equal("请补正材料。缴费凭证看不清", message.Body);
        Assert.Equal([Channel.Email, Channel.Sms], message.Deliveries.Select(delivery => delivery.Channel).Order());
    }

    [Fact]
    public async Task Nobody_is_told_what_they_did_themselves()
    {
        var no = (await portal.FlexibleAsync()).No;
        await StepAsync(no, "reviewer", CaseAction.TakeUp, "开始审核");
        await StepAsync(no, "graduate", CaseAction.RequestCorrection, "请补正材料");

        Assert.Empty(await ToldAsync(no));
    }

    [Fact]
    public async Task A_firms_administrator_hears_of_the_firms_case_once()
    {
        var no = (await portal.HiringAsync()).No;
        await StepAsync(no, "reviewer", CaseAction.TakeUp, "开始审核");
        await StepAsync(no, "reviewer", CaseAction.RequestCorrection, "请补正材料");

        Assert.Equal((await portal.ActorAsync("hr")).UserId, Assert.Single(await ToldAsync(no)).UserId);
    }

    [Fact]
    public async Task A_step_that_is_not_saved_tells_nobody()
    {
        var no = (await portal.FlexibleAsync()).No;
        await StepAsync(no, "reviewer", CaseAction.TakeUp, "开始审核");
        await using var slower = await portal.Databases.CreateDbContextAsync();
        var stale = await slower.Cases.SingleAsync(record => record.No == no);
        await StepAsync(no, "reviewer", CaseAction.RequestCorrection, "请补正材料");
        stale.TryTransition(CaseAction.RequestCorrection, await portal.ActorAsync("reviewer"), portal.Get<BusinessClock>(), "请补正材料");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slower.SaveChangesAsync());
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slower.SaveChangesAsync());

        Assert.Single(await ToldAsync(no));
        Assert.Single(slower.ChangeTracker.Entries<Message>());
    }

    private async Task StepAsync(string no, string account, CaseAction action, string what, string? why = null)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var record = await db.Cases.SingleAsync(one => one.No == no);
        Assert.True(record.TryTransition(action, await portal.ActorAsync(account), portal.Get<BusinessClock>(), what, why));
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<Message>> ToldAsync(string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Messages.AsNoTracking().Include(message => message.Deliveries).Where(message => message.Record == no).ToListAsync();
    }
}
