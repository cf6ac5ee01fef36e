using Portal.Components.Ui;

namespace Portal.Features.Public.Calculators;

/// <summary>What somebody typed into a calculator, as it was typed. Nothing of it is kept.</summary>
/// <remarks>Binding sets null where a form held no entry of a list.</remarks>
public sealed class EstimateForm
{
    public string? City { get; set; }

    /// <summary>Of every city's list one: those of cities not chosen count for nothing.</summary>
    public List<string?> Counties { get; set => field = value ?? []; } = [];

    /// <summary>The county chosen in the city's list, else the city.</summary>
    internal string? Place => TwoLevelPlace.Read(City, Counties);

    /// <summary>The day whose values are used; blank is today.</summary>
    public string? Day { get; set; }

    /// <summary>Text by fact name.</summary>
    public Dictionary<string, string?> Facts { get; set => field = value ?? []; } = [];

    /// <summary>The facts the page asked for: a question nobody has seen yet is no error.</summary>
    public List<string> Asked { get; set => field = value ?? []; } = [];

    internal string Text(string fact) => Facts.GetValueOrDefault(fact) ?? "";
}
