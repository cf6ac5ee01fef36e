namespace Portal.Features.Runs;

/// <summary>Wakes the reader of this process when a roster has come. What is to be read stands in the database, where every process sees it.</summary>
public sealed class RunQueue : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0);

    public void Wake() => _bell.Release();

    internal Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _bell.WaitAsync(atMost, cancellation);

    public void Dispose() => _bell.Dispose();
}
