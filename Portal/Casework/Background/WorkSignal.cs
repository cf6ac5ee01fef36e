namespace Portal.Casework.Background;

/// <summary>Wakes a background service of this process when there is work. What is to be done stands in the database, where every process sees it.</summary>
public sealed class WorkSignal<TService> : IDisposable
    where TService : BackgroundService
{
    private readonly SemaphoreSlim _bell = new(0);

    public void Raise() => _bell.Release();

    internal Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _bell.WaitAsync(atMost, cancellation);

    public void Dispose() => _bell.Dispose();
}
