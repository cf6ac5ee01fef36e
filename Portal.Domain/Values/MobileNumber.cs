namespace Portal.Domain.Values;

/// <summary>A mainland mobile number: 11 digits, first 1, second 3 to 9. A leading +86 or 0086 is taken off.</summary>
public readonly record struct MobileNumber
{
    public const string Explanation = "手机号应为11位数字，以13至19开头，请核对。";

    private MobileNumber(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out MobileNumber number)
    {
        number = default;
        var value = PlainText.Compact(text).Replace("-", "", StringComparison.Ordinal);
        if (value.StartsWith("+86", StringComparison.Ordinal)) value = value[3..];
        else if (value.StartsWith("0086", StringComparison.Ordinal)) value = value[4..];
        if (value.Length != 11 || value.AsSpan().ContainsAnyExceptInRange('0', '9') || value[0] != '1' || value[1] < '3') return false;
        number = new MobileNumber(value);
        return true;
    }

    public override string ToString() => Mask.Mobile(Value);
}
