using Microsoft.JSInterop;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>Tells of links to fields that the page has yet to show, and goes to them once it does.</summary>
internal sealed class FieldWatch(IJSObjectReference module, Func<string, Task> arrive) : IAsyncDisposable
{
    private DotNetObjectReference<FieldWatch>? _self;
    private int _key;

    /// <param name="prefix">Of the ids that are told.</param>
    /// <param name="arrive">Called with the id of the field.</param>
    public static async Task<FieldWatch> StartAsync(IJSRuntime browser, string script, string prefix, Func<string, Task> arrive)
    {
        var watch = new FieldWatch(await browser.InvokeAsync<IJSObjectReference>("import", script), arrive);
        watch._self = DotNetObjectReference.Create(watch);
        watch._key = await watch.StartAsync(prefix);
        return watch;
    }

    public ValueTask ReachAsync(string id) => module.InvokeVoidAsync("reach", id);

    [JSInvokable]
    public Task ArriveAsync(string id) => arrive(id);

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            await module.InvokeVoidAsync("stop", _key);
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its listeners with it.
        }
    }

    private ValueTask<int> StartAsync(string prefix) => module.InvokeAsync<int>("start", prefix, _self);
}
