using Microsoft.JSInterop;

namespace Portal.Features.Public.Check;

/// <summary>The fragment of the page's address, where the answers stand. A browser never sends it in a request.</summary>
internal sealed class SurveyLink(IJSObjectReference module, Func<string, Task> arrived) : IAsyncDisposable
{
    private DotNetObjectReference<SurveyLink>? _self;

    /// <param name="arrived">Called with the new fragment when someone edits the address or pastes a link.</param>
    /// <returns>The link and the fragment the page was opened with.</returns>
    public static async Task<(SurveyLink Link, string Fragment)> OpenAsync(IJSRuntime browser, string module, Func<string, Task> arrived)
    {
        var link = new SurveyLink(await browser.InvokeAsync<IJSObjectReference>("import", module), arrived);
        link._self = DotNetObjectReference.Create(link);
        return (link, await link.Module.InvokeAsync<string?>("start", link._self) ?? "");
    }

    private IJSObjectReference Module => module;

    [JSInvokable]
    public Task ArriveAsync(string fragment) => arrived(fragment);

    public ValueTask KeepAsync(string answers) => module.InvokeVoidAsync("keep", answers);

    /// <returns>False where the browser does not let a page copy.</returns>
    public ValueTask<bool> CopyAsync() => module.InvokeAsync<bool>("copy");

    public ValueTask PrintAsync() => module.InvokeVoidAsync("print");

    public async ValueTask DisposeAsync()
    {
        try
        {
            await module.InvokeVoidAsync("stop");
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page has gone, and what it held with it.
        }

        _self?.Dispose();
    }
}
