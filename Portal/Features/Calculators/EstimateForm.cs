namespace Portal.Features.Calculators;

/// <summary>What somebody typed into a calculator, as it was typed. Nothing of it is kept.</summary>
public sealed class EstimateForm
{
    public string? Place { get; set; }

    /// <summary>The day whose values are used; blank is today.</summary>
    public string? Day { get; set; }

    /// <summary>Text by fact name.</summary>
    public Dictionary<string, string?> Facts { get; set; } = [];

    /// <summary>The facts the page asked for: a question nobody has seen yet is no error.</summary>
    public List<string> Asked { get; set; } = [];

    internal string Text(string fact) => Facts.GetValueOrDefault(fact) ?? "";
}
