using System.Reflection;
using System.Text.RegularExpressions;
using NetArchTest.Rules;

namespace Portal.Tests.Architecture;

/// <summary>The arrows of the house, read from the compiled code: features stand on casework, that on data, access is below all, and no slice reaches into another.</summary>
public sealed class LayerTests
{
    private static readonly Assembly Portal = typeof(PortalFolder).Assembly;

    /// <summary>From the ground up: each may use those before it.</summary>
    private static readonly string[] Layers = ["Access", "Forms", "Uploads", "Tables", "Data", "Casework", "Identity", "Components", "Features", "CommandLine"];

    private static readonly Types All = Types.InAssembly(Portal);

    private static readonly string[] Namespaces = [.. Portal.GetTypes().Select(type => type.Namespace ?? "").Distinct()];

    private static readonly string[] Slices =
    [
        .. Namespaces.Where(name => name.StartsWith("Portal.Features.", StringComparison.Ordinal))
            .Select(name => string.Join('.', name.Split('.').Take(4))).Distinct().Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> EveryLayer => [.. Layers];

    public static TheoryData<string> EverySlice => [.. Slices];

    [Theory]
    [MemberData(nameof(EveryLayer))]
    public void No_layer_uses_one_above_it(string layer)
    {
        string[] above = [.. Layers.SkipWhile(other => other != layer).Skip(1).Select(other => $"Portal.{other}")];
        // The frame of all pages names the page for what was not found; it composes, as Program does.
        Assert.Equal([], Trespassers($"Portal.{layer}", above).Except(["Portal.Components.Routes", "Portal.Components.App"]));
    }

    [Theory]
    [MemberData(nameof(EverySlice))]
    public void No_slice_uses_another(string slice) =>
        // The demo is no slice of the product: it is asked whether it is on.
        Assert.Equal([], Trespassers(slice, [.. Slices.Where(other => other != slice && other != "Portal.Features.Platform.Demo")]));

    [Fact]
    public void An_application_s_list_of_people_stands_on_its_draft_and_the_form_on_both()
    {
        const string form = "Portal.Features.Citizen.Apply";
        string[] own = [.. Portal.GetTypes().Where(type => type.Namespace == form && !type.IsNested).Select(type => type.FullName!)];
        Assert.NotEmpty(own);
        Assert.Equal([], Trespassers($"{form}.Drafts", [.. own, $"{form}.People"]));
        Assert.Equal([], Trespassers($"{form}.People", own));
    }

    [Fact]
    public void Every_folder_of_the_portal_is_a_layer() =>
        Assert.Equal(Layers.Order(), Namespaces.Where(name => name.StartsWith("Portal.", StringComparison.Ordinal)).Select(name => name.Split('.')[1]).Distinct().Order());

    private static IEnumerable<string> Trespassers(string inside, string[] others) => others is [] ? []
        : All.That().ResideInNamespaceMatching($@"^{Regex.Escape(inside)}(\.|$)").ShouldNot().HaveDependencyOnAny(others)
            .GetResult().FailingTypeNames ?? [];
}
