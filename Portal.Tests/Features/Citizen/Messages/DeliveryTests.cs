using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Casework.Time;
using Portal.Data.Accounts;
using Portal.Data.Messages;
using Portal.Features.Citizen.Messages;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Messages;

/// <summary>What is in the outbox goes out once; what fails is tried again.</summary>
public sealed class DeliveryTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_message_goes_out_once_however_often_and_from_however_many_processes_it_is_tried()
    {
        var delivery = await MessageAsync();
        var channel = new Recording(SendResult.Sent);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sender(channel).HandleAsync()));
        await Sender(channel).HandleAsync();

        Assert.Single(channel.Sent, id => id == delivery);
        Assert.True((await DeliveryAsync(delivery)).IsSent);
    }

    [Fact]
    public async Task What_fails_waits_and_is_given_up_after_the_eighth_time()
    {
        var delivery = await MessageAsync();
        var channel = new Recording(SendResult.Failed);
        for (var attempt = 1; attempt <= DeliverMessages.AttemptsAtMost; attempt++)
        {
            await MakeDueAsync(delivery);
            await Sender(channel).HandleAsync();
            await Sender(channel).HandleAsync();
            Assert.Equal(attempt, channel.Sent.Count(id => id == delivery));
        }

        var given = await DeliveryAsync(delivery);
        Assert.NotNull(given.ClosedAt);
        Assert.False(given.IsSent);
    }

    [Fact]
    public async Task Without_a_mail_server_mail_is_a_file_that_names_the_case_and_nothing_personal()
    {
        var folder = Directory.CreateTempSubdirectory("portal-mail-");
        var options = new MailOptions(null, 0, null, null, "no-reply@portal.invalid", folder.FullName, "https://portal.example");
        var mail = ActivatorUtilities.CreateInstance<MailChannel>(portal.Services, options);
        var id = await MessageAsync();
        var reader = new PortalUser { FullName = "李晓雨", Email = "li@example.cn" };
        await using var db = await portal.Databases.CreateDbContextAsync();
        var delivery = await db.Deliveries.Include(one => one.Message).SingleAsync(one => one.Id == id);

        Assert.Equal(SendResult.Sent, await mail.SendAsync(delivery, reader, CancellationToken.None));
        Assert.Equal(SendResult.Sent, await mail.SendAsync(delivery, reader, CancellationToken.None));
        Assert.Equal(SendResult.NoAddress, await mail.SendAsync(delivery, new PortalUser { FullName = "无邮箱" }, CancellationToken.None));

        var written = MimeKit.MimeMessage.Load(Assert.Single(folder.GetFiles()).FullName);
        Assert.Equal("办件 LN202011160000001：已拨付", written.Subject);
        Assert.Contains("https://portal.example/cases/LN202011160000001", written.TextBody, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private DeliverMessages Sender(IMessageChannel channel) => new(portal.Databases, [channel], portal.Get<BusinessClock>());

    private async Task<Guid> MessageAsync()
    {
        var now = portal.Get<BusinessClock>().Now;
        var message = new Message
        {
            UserId = (await portal.ActorAsync("graduate")).UserId,
            Record = "LN202011160000001",
            Subject = "办件 LN202011160000001：已拨付",
            Body = "已拨付",
            At = now,
        };
        message.Deliveries.Add(new Delivery { Channel = Channel.Email, DueAt = now });
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Add(message);
        await db.SaveChangesAsync();
        return message.Deliveries[0].Id;
    }

    private async Task<Delivery> DeliveryAsync(Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Deliveries.AsNoTracking().SingleAsync(delivery => delivery.Id == id);
    }

    private async Task MakeDueAsync(Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        (await db.Deliveries.SingleAsync(delivery => delivery.Id == id)).DueAt = portal.Get<BusinessClock>().Now;
        await db.SaveChangesAsync();
    }

    private sealed class Recording(SendResult result) : IMessageChannel
    {
        public ConcurrentBag<Guid> Sent { get; } = [];

        public Channel Channel => Channel.Email;

        public Task<SendResult> SendAsync(Delivery delivery, PortalUser reader, CancellationToken cancellation)
        {
            Sent.Add(delivery.Id);
            return Task.FromResult(result);
        }
    }
}
