namespace Portal.Domain.Values;

/// <summary>A bank account number. Personal cards carry a Luhn digit (ISO/IEC 7812-1), corporate accounts need not.</summary>
public readonly record struct BankAccount
{
    private BankAccount(string value) => Value = value;

    public string Value { get; }

    public static IdentifierFault TryParsePersonalCard(string? text, out BankAccount account)
    {
        account = default;
        var value = PlainText.Compact(text);
        if (value.Length is < 16 or > 19 || value.AsSpan().ContainsAnyExceptInRange('0', '9')) return IdentifierFault.Format;
        if (!PassesLuhn(value)) return IdentifierFault.CheckDigit;
        account = new BankAccount(value);
        return IdentifierFault.None;
    }

    /// <summary>8 to 32 digits, hyphens taken off; no check digit is asked for.</summary>
    public static IdentifierFault TryParseCorporate(string? text, out BankAccount account)
    {
        account = default;
        var value = PlainText.Compact(text).Replace("-", "", StringComparison.Ordinal);
        if (value.Length is < 8 or > 32 || value.AsSpan().ContainsAnyExceptInRange('0', '9')) return IdentifierFault.Format;
        account = new BankAccount(value);
        return IdentifierFault.None;
    }

    /// <summary>Reads a firm's account, or a person's card or passbook.</summary>
    /// <param name="confirmed">Whether the person has said that the number is right although no card has it: old passbooks carry no check digit.</param>
    /// <returns>What to put right or to confirm; null when it was read.</returns>
    public static string? Read(string? text, bool ofFirm, bool confirmed, out BankAccount account)
    {
        var fault = ofFirm ? TryParseCorporate(text, out account) : TryParsePersonalCard(text, out account);
        if (fault == IdentifierFault.None) return null;
        if (ofFirm) return CorporateExplanation;
        if (!NeedsConfirming(text)) return ExplainPersonalCard(IdentifierFault.Format);
        if (!confirmed) return ExplainPersonalCard(IdentifierFault.CheckDigit);
        account = new BankAccount(PlainText.Compact(text));
        return null;
    }

    /// <summary>Whether a person's number is no card's but may be an old passbook's, 12 to 23 digits, and so is to be confirmed.</summary>
    public static bool NeedsConfirming(string? text) =>
        TryParsePersonalCard(text, out _) != IdentifierFault.None
        && PlainText.Compact(text) is { Length: >= 12 and <= 23 } value && !value.AsSpan().ContainsAnyExceptInRange('0', '9');

    public static string ExplainPersonalCard(IdentifierFault fault) => fault switch
    {
        IdentifierFault.Format => "银行卡号应为16至19位数字（老存折12至23位），请对照银行卡或存折核对。",
        IdentifierFault.CheckDigit => "这个号码不像银行卡号（校验位不符），通常是某一位数字输错了，请对照银行卡核对；老存折没有校验位，核对无误的，请勾选“号码没有写错”。",
        _ => "",
    };

    public const string CorporateExplanation = "对公账号应为8至32位数字，请对照开户许可证核对。";

    public override string ToString() => Mask.BankAccount(Value);

    private static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
