using Microsoft.AspNetCore.Components;

namespace Portal.Components.Ui;

/// <summary>A component that is drawn only when it has all it shows. Every component of the portal is one, by <c>_Imports.razor</c>.</summary>
/// <remarks>
/// The framework draws a component once before <see cref="ComponentBase.OnInitializedAsync"/> is through whenever that has to wait, so a
/// page would read what is not there yet; a database that answers at once hides it. Here the first drawing waits, and so does each after
/// new parameters. Nothing is lost by it: a static page is sent whole, and an interactive one shows until then what the server had drawn.
/// Whoever has something to show meanwhile starts the work in a step of its own, not in the loading.
/// </remarks>
public abstract class LoadedComponent : ComponentBase
{
    private Task? _loading;

    /// <summary>Whether everything has come; a notice from elsewhere may ask for a drawing before.</summary>
    protected bool IsLoaded { get; private set; }

    public sealed override Task SetParametersAsync(ParameterView parameters)
    {
        // At once: the view is good only until the first wait.
        parameters.SetParameterProperties(this);
        return _loading = LoadAsync(_loading);
    }

    private async Task LoadAsync(Task? before)
    {
        if (before is null)
        {
            OnInitialized();
            await OnInitializedAsync();
        }
        else
        {
            // Parameters that change during the loading do not overtake it.
            await before;
        }

        OnParametersSet();
        await OnParametersSetAsync();
        IsLoaded = true;
        StateHasChanged();
    }

    /// <summary>Draws anew; before everything has come that is left to the loading.</summary>
    protected new void StateHasChanged()
    {
        if (IsLoaded) base.StateHasChanged();
    }
}
