namespace Portal.Features.Citizen.Messages;

/// <summary>Sends what is due, again and again.</summary>
internal sealed class MessageSender(DeliverMessages deliver, DeliverPhoneNotices phones, ILogger<MessageSender> log, TimeSpan pause) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await deliver.HandleAsync(stoppingToken) == DeliverMessages.AtMostAtOnce)
                {
                }

                while (await phones.HandleAsync(stoppingToken) == DeliverMessages.AtMostAtOnce)
                {
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The outbox keeps what was not sent; the next round takes it up.
                log.LogError(failure, "A round of sending messages failed");
            }
        }
    }
}
