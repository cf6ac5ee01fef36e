using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Portal.Components;

/// <summary>
/// A page is interactive when it says <c>@rendermode InteractiveServer</c>, and static otherwise. From that one
/// line follow its layout (Routes) and which sheets and scripts it loads (App). A component that carries a render
/// mode inside a static page stays dead: such a page has no script to bring it to life.
/// </summary>
public static class InteractivePages
{
    public static bool IsInteractive(Type page) => page.GetCustomAttribute<RenderModeAttribute>() is not null;

    public static bool IsInteractive(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page && IsInteractive(page.Type);

    /// <summary>Whether it also needs the component library's sheet, script and overlays.</summary>
    public static bool UsesLibrary(Endpoint? endpoint) => IsInteractive(endpoint) && endpoint!.Metadata.GetMetadata<NativeInputsAttribute>() is null;
}

/// <summary>An interactive page whose inputs are the browser's own: without the component library it comes 57 KB lighter, compressed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NativeInputsAttribute : Attribute;
