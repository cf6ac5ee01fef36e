using Portal.Data.Accounts;
using Portal.Data.Messages;

namespace Portal.Features.Citizen.Messages;

public enum SendResult
{
    Sent,

    /// <summary>The person has given no address for this channel.</summary>
    NoAddress,

    /// <summary>To be tried again.</summary>
    Failed,
}

/// <summary>A way out of the portal: e-mail, short message.</summary>
public interface IMessageChannel
{
    Channel Channel { get; }

    /// <remarks>May be asked twice for one delivery after a crash; the delivery's id is what a receiver can tell it by.</remarks>
    Task<SendResult> SendAsync(Delivery delivery, PortalUser reader, CancellationToken cancellation);
}
