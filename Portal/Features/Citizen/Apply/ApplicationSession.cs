using Portal.Access;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply;

public enum SaveState
{
    Saved,
    Saving,
    Stale,
    Gone,
}

/// <summary>An open form on its page: its content, and the draft that follows it as it is typed.</summary>
/// <param name="report">Where a failure of saving in the background is thrown, since nobody awaits it.</param>
public sealed class ApplicationSession(Actor actor, OpenedDraft opened, SaveDraft save, Func<Exception, Task> report) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private CancellationTokenSource? _waiting;
    private bool _isDirty;
    private Guid _current;

    public Actor Actor => actor;

    public OpenedDraft Opened => opened;

    public DraftContent Content => opened.Content;

    public List<AttachmentBrief> Files { get; } = [.. opened.Attachments];

    public Guid Version { get; private set; } = opened.Version;

    public SaveState State { get; private set; } = SaveState.Saved;

    /// <summary>How often something was typed since the form was opened; by it the page knows what the server has heard of.</summary>
    public int Touched { get; private set; }

    /// <summary>Told when the state of saving changes.</summary>
    public Action? Changed { get; set; }

    /// <summary>Notes a change; it is saved after a pause in typing.</summary>
    public void Touch()
    {
        _isDirty = true;
        Touched++;
        if (State is SaveState.Stale or SaveState.Gone) return;
        State = SaveState.Saving;
        _waiting?.Cancel();
        _waiting = new CancellationTokenSource();
        _ = SaveAfterPauseAsync(_waiting.Token);
    }

    /// <returns>Whether everything typed is kept.</returns>
    public async Task<bool> FlushAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (!_isDirty) return State == SaveState.Saved;
            _isDirty = false;
            Take(await save.HandleAsync(actor, opened.Id, Content, Version));
        }
        finally
        {
            _gate.Release();
        }

        Changed?.Invoke();
        return State == SaveState.Saved;
    }

    /// <summary>Does something else to the draft while nothing is being saved, and goes on with the version it leaves.</summary>
    public async Task<T> AloneAsync<T>(Func<Guid, Task<T>> act, Func<T, Guid?> versionAfter)
    {
        await _gate.WaitAsync();
        try
        {
            var result = await act(Version);
            Version = versionAfter(result) ?? Version;
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Saves over what another tab has saved, because the person at the form chose so.</summary>
    public Task<bool> SaveOverAsync()
    {
        (Version, State, _isDirty) = (_current, SaveState.Saving, true);
        return FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _waiting?.Cancel();
        Changed = null;
        if (State == SaveState.Saving) await FlushAsync();
    }

    private void Take(SaveDraftResult result)
    {
        switch (result)
        {
            case SaveDraftResult.Saved saved:
                (Version, State) = (saved.Version, _isDirty ? SaveState.Saving : SaveState.Saved);
                break;
            case SaveDraftResult.Stale stale:
                (_current, State, _isDirty) = (stale.Current, SaveState.Stale, true);
                break;
            default:
                State = SaveState.Gone;
                break;
        }
    }

    private async Task SaveAfterPauseAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Pause, cancellation);
            await FlushAsync();
        }
        catch (OperationCanceledException)
        {
            // More was typed: the next pause saves it too.
        }
        catch (Exception failure)
        {
            _isDirty = true;
            await report(failure);
        }
    }
}
