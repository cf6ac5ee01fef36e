using Portal.Data.Accounts;
using Portal.Data.Messages;

namespace Portal.Features.Citizen.Messages;

/// <summary>Stands in until a province's short message gateway is contracted: says in the log that a message would go out, without number or text.</summary>
internal sealed class SmsLogChannel(ILogger<SmsLogChannel> log) : IMessageChannel, IPhoneChannel
{
    public Channel Channel => Channel.Sms;

    public Task<SendResult> SendAsync(Delivery delivery, PortalUser reader, CancellationToken cancellation)
    {
        if (reader.Mobile is null) return Task.FromResult(SendResult.NoAddress);
        log.LogInformation("Short message for delivery {Delivery} would be sent", delivery.Id);
        return Task.FromResult(SendResult.Sent);
    }

    public Task<SendResult> SendAsync(Guid id, string number, string body, CancellationToken cancellation)
    {
        log.LogInformation("Short message for notice {Notice} would be sent", id);
        return Task.FromResult(SendResult.Sent);
    }
}
