namespace Portal.Features.Public.Calculators;

/// <summary>What somebody typed into a calculator, as it was typed. Nothing of it is kept.</summary>
/// <remarks>Binding sets null where a form held no entry of a list.</remarks>
public sealed class EstimateForm
{
    public string? Place { get; set; }

    /// <summary>The day whose values are used; blank is today.</summary>
    public string? Day { get; set; }

    /// <summary>Text by fact name.</summary>
    public Dictionary<string, string?> Facts { get; set => field = value ?? []; } = [];

    /// <summary>The facts the page asked for: a question nobody has seen yet is no error.</summary>
    public List<string> Asked { get; set => field = value ?? []; } = [];

    internal string Text(string fact) => Facts.GetValueOrDefault(fact) ?? "";
}
