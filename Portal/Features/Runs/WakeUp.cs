namespace Portal.Features.Runs;

/// <summary>Wakes a background service of this process when there is work. What is to be done stands in the database, where every process sees it.</summary>
internal sealed class WakeUp<TService> : IDisposable
    where TService : BackgroundService
{
    private readonly SemaphoreSlim _bell = new(0);

    public void Ring() => _bell.Release();

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _bell.WaitAsync(atMost, cancellation);

    public void Dispose() => _bell.Dispose();
}
