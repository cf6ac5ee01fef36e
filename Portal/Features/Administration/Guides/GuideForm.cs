using Portal.Domain.Notice;
using Portal.Domain.Values;

namespace Portal.Features.Administration.Guides;

/// <summary>The elements of a guide as somebody typed them, and what they had before their eyes.</summary>
/// <remarks>Binding sets null where a form held no entry of a list.</remarks>
public sealed class GuideForm
{
    /// <summary>By the name of the element; a blank text withdraws it.</summary>
    public Dictionary<string, string?> Texts { get; set => field = value ?? []; } = [];

    /// <summary>The revision each element was read at.</summary>
    public Dictionary<string, int> Seen { get; set => field = value ?? []; } = [];

    internal static GuideForm Of(GuideSheet sheet) => new()
    {
        Texts = sheet.Lines.ToDictionary(line => line.Rule.Element.ToString(), line => line.Text),
        Seen = sheet.Lines.ToDictionary(line => line.Rule.Element.ToString(), line => line.Revision),
    };

    /// <summary>What was typed for an element; null when the form did not hold it.</summary>
    internal string? Typed(GuideElement element) =>
        !Texts.TryGetValue(element.ToString(), out var text) ? null
        : element == GuideElement.ImplementationCode ? PlainText.Compact(text) : PlainText.Trim(text);
}
