namespace Portal.Domain.Values;

/// <summary>联行号: what the clearing system CNAPS calls a branch of a bank, 12 digits.</summary>
/// <remarks>Its form alone is checked: there is no public list of branches to compare with.</remarks>
public static class BankCode
{
    public const int Length = 12;

    public const string Explanation = "联行号应为12位数字，请向开户银行核对；不知道的可以不填。";

    /// <param name="text">As typed; nothing at all is right, too.</param>
    /// <param name="code">Null where nothing was typed, or no code.</param>
    /// <returns>What is wrong, in Chinese; null when nothing is.</returns>
    public static string? Read(string? text, out string? code)
    {
        var value = PlainText.Compact(text).Replace("-", "", StringComparison.Ordinal);
        var isCode = value.Length == Length && !value.AsSpan().ContainsAnyExceptInRange('0', '9');
        code = isCode ? value : null;
        return isCode || value.Length == 0 ? null : Explanation;
    }

    /// <summary>What may be kept of a text that was read before, or that nobody can be asked about; null for no code.</summary>
    public static string? Of(string? text) => Read(text, out var code) is null ? code : null;
}
