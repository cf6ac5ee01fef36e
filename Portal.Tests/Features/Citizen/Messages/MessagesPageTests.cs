using Portal.Casework.Time;
using Portal.Data.Messages;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Messages;

public sealed class MessagesPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task New_messages_are_marked_until_they_are_seen()
    {
        var graduate = await portal.ActorAsync("graduate");
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            db.AddRange(
                new Message { UserId = graduate.UserId, Record = "LN202011160000001", Subject = "办件 LN202011160000001：请补正材料", Body = "缴费凭证看不清", At = portal.Get<BusinessClock>().Now },
                new Message { UserId = (await portal.ActorAsync("hr")).UserId, Record = "LN202011160000002", Subject = "别人的消息", Body = "别人的", At = portal.Get<BusinessClock>().Now });
            await db.SaveChangesAsync();
        }

        var visitor = await ScriptlessBrowser.AsAsync(portal, "graduate");
        await visitor.GetAsync("/home");
        Assert.Contains("您有 1 条新消息", visitor.Text, StringComparison.Ordinal);

        await visitor.GetAsync("/messages");
        Assert.Contains("缴费凭证看不清", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("别人的", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("read", []);
        Assert.Contains("都看过了", visitor.Text, StringComparison.Ordinal);
        await visitor.GetAsync("/home");
        Assert.DoesNotContain("新消息", visitor.Text, StringComparison.Ordinal);
    }
}
