namespace Portal.Uploads;

/// <summary>Takes an upload from a browser that may have gone: without progress it ends, and whoever waits can choose again.</summary>
public static class StalledUpload
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="OperationCanceledException">Nothing came for as long as <paramref name="patience"/>, or 20 seconds.</exception>
    public static async Task CopyUnlessStalledAsync(this Stream source, Stream target, TimeSpan? patience = null)
    {
        using var stalled = new CancellationTokenSource();
        var buffer = new byte[1 << 16];
        while (true)
        {
            stalled.CancelAfter(patience ?? Patience);
            // A stream whose browser is gone need not look at the token.
            var read = await source.ReadAsync(buffer, stalled.Token).AsTask().WaitAsync(stalled.Token);
            if (read == 0) return;
            await target.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
        }
    }
}
