using System.Threading.Channels;

namespace Portal.Features.Runs;

/// <summary>Runs that wait to be read in this process, in order of arrival.</summary>
public sealed class RunQueue
{
    private readonly Channel<Guid> _waiting = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });

    public void Add(Guid runId) => _waiting.Writer.TryWrite(runId);

    internal IAsyncEnumerable<Guid> TakeAllAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);
}
