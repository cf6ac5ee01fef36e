using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Portal.Components.Ui;

namespace Portal.Tests.Components.Ui;

public sealed class LoadedComponentTests : BunitContext
{
    // How long is the machine's affair: what is waited for comes.
    public LoadedComponentTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Nothing_is_drawn_before_everything_has_come()
    {
        var data = new TaskCompletionSource<string>();
        var page = Render<Slow>(parameters => parameters.Add(slow => slow.Data, data.Task));
        Assert.Equal("", page.Markup);

        // News from elsewhere, and other parameters, do not bring the drawing forward.
        await page.InvokeAsync(page.Instance.HearNews);
        page.Render(parameters => parameters.Add(slow => slow.Name, "b"));
        Assert.Equal("", page.Markup);

        data.SetResult("data");
        await page.WaitForAssertionAsync(() => Assert.Equal("data b", page.Markup));
        Assert.Equal(1, page.Instance.Begun);
    }

    [Fact]
    public async Task What_is_drawn_stays_until_what_belongs_to_the_new_parameters_has_come()
    {
        var page = Render<Slow>(parameters => parameters.Add(slow => slow.Data, Task.FromResult("data")).Add(slow => slow.Name, "a"));
        var more = new TaskCompletionSource();

        page.Render(parameters => parameters.Add(slow => slow.Name, "b").Add(slow => slow.More, more.Task));
        Assert.Equal("data a", page.Markup);

        more.SetResult();
        await page.WaitForAssertionAsync(() => Assert.Equal("data b", page.Markup));
    }

    [Fact]
    public async Task A_failure_of_the_loading_is_the_pages_failure()
    {
        var data = new TaskCompletionSource<string>();
        Render<Slow>(parameters => parameters.Add(slow => slow.Data, data.Task));

        data.SetException(new InvalidOperationException("gone"));

        Assert.Equal("gone", (await Renderer.UnhandledException).Message);
    }

    /// <summary>Of the framework's own kind it would be drawn once before its data is there, wherever a database makes one wait.</summary>
    [Fact]
    public void Every_component_of_the_portal_that_loads_something_is_one()
    {
        var loading = typeof(LoadedComponent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ComponentBase)) && type != typeof(LoadedComponent) && Loading.Any(method => Declares(type, method))).ToArray();

        Assert.True(loading.Length > 50);
        Assert.All(loading, type => Assert.True(type.IsSubclassOf(typeof(LoadedComponent)), type.FullName));
    }

    private static readonly string[] Loading = ["SetParametersAsync", "OnInitializedAsync", "OnParametersSetAsync"];

    private static bool Declares(Type type, string method) =>
        type.GetMethod(method, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private sealed class Slow : LoadedComponent
    {
        private string? _data;
        private string _name = "";

        [Parameter] public Task<string> Data { get; set; } = null!;

        [Parameter] public Task More { get; set; } = Task.CompletedTask;

        [Parameter] public string Name { get; set; } = "";

        public int Begun { get; private set; }

        public void HearNews() => StateHasChanged();

        protected override void OnInitialized() => Begun++;

        protected override async Task OnInitializedAsync() => _data = await Data;

        protected override async Task OnParametersSetAsync()
        {
            await More;
            _name = Name;
        }

        // As pages do: without it there is nothing to show.
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{_data!.Trim()} {_name}");
    }
}
