using Portal.Data.Privacy;
using Portal.Forms;

namespace Portal.Casework.Privacy;

/// <summary>Reads whether the box under a text was ticked, and under the text that stands now.</summary>
public static class ConsentCheck
{
    public static string FieldOf(ConsentKind kind) => kind == ConsentKind.Application ? "consent-application" : "consent-sensitive";

    /// <param name="version">Of the text that was shown, when its box was ticked; null or empty when it was not.</param>
    /// <returns>Null where it was consented to.</returns>
    public static FormError? Fault(ConsentText text, string? version) =>
        string.IsNullOrEmpty(version) ? new FormError(FieldOf(text.Kind), $"请先阅读“{text.Title}”并勾选同意，才能在网上申请。")
        : version != text.Version ? new FormError(FieldOf(text.Kind), $"“{text.Title}”刚刚更新了，请再看一遍，重新勾选。")
        : null;
}
