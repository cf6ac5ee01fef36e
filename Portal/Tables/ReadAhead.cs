using System.Collections.Concurrent;

namespace Portal.Tables;

/// <summary>Takes items on another thread while the caller works on those before: a roster is read on one core and decided or stored on the other.</summary>
internal static class ReadAhead
{
    private const int PerBatch = 256;

    /// <summary>Enough to even out the two sides, and few enough for memory to stay flat.</summary>
    private const int Batches = 16;

    /// <param name="perBatch">How many are handed over at once: few where each is large.</param>
    /// <remarks>What the source throws is thrown here, behind the items before it. The source is at rest once the enumeration has ended.</remarks>
    public static IEnumerable<T> Ahead<T>(this IEnumerable<T> source, int perBatch = PerBatch)
    {
        using var left = new CancellationTokenSource();
        using var batches = new BlockingCollection<T[]>(Batches);
        var reading = Task.Run(() => Fill(source, perBatch, batches, left.Token));
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable())
                foreach (var item in batch)
                    yield return item;
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            left.Cancel();
            // Its failure has been thrown above, or nobody wants it any more.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Fill<T>(IEnumerable<T> source, int perBatch, BlockingCollection<T[]> batches, CancellationToken left)
    {
        try
        {
            var batch = new List<T>(perBatch);
            foreach (var item in source)
            {
                batch.Add(item);
                if (batch.Count < perBatch) continue;
                batches.Add([.. batch], left);
                batch.Clear();
            }

            batches.Add([.. batch], left);
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
