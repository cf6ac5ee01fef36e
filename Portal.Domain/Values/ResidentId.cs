using System.Globalization;

namespace Portal.Domain.Values;

/// <summary>What is wrong with an identifier, so that the message can say it.</summary>
public enum IdentifierFault
{
    None,
    Format,
    Area,
    BirthDate,
    CheckDigit,
}

/// <summary>A resident identity number of 18 characters (公民身份号码, GB 11643-1999).</summary>
/// <remarks>
/// Of the area only the first two digits are checked (ruling R19): people keep the number of a county that has long been
/// merged, some were given one of a grouping, and residence permits carry four zeros.
/// </remarks>
public readonly record struct ResidentId
{
    private const string CheckMap = "10X98765432";

    /// <summary>Provinces and regions, and the residence permits of Hong Kong, Macao and Taiwan.</summary>
    private static readonly HashSet<int> Areas =
    [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
    ];

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private ResidentId(string value) => Value = value;

    public string Value { get; }

    public DateOnly BirthDate => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    public bool IsMale => (Value[16] - '0') % 2 == 1;

    /// <param name="text">As typed; blanks and a lower-case x are put right.</param>
    /// <param name="today">The day against which a birth date counts as future.</param>
    public static IdentifierFault TryParse(string? text, DateOnly today, out ResidentId id)
    {
        id = default;
        var value = PlainText.Compact(text).ToUpperInvariant();
        if (value.Length != 18 || value.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9') || !(char.IsAsciiDigit(value[17]) || value[17] == 'X'))
            return IdentifierFault.Format;
        if (!IsArea((value[0] - '0') * 10 + value[1] - '0')) return IdentifierFault.Area;
        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            || born > today || born.Year < 1850)
            return IdentifierFault.BirthDate;
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (value[i] - '0') * Weights[i];
        if (CheckMap[sum % 11] != value[17]) return IdentifierFault.CheckDigit;
        id = new ResidentId(value);
        return IdentifierFault.None;
    }

    public static string Explain(IdentifierFault fault) => fault switch
    {
        IdentifierFault.Format => "身份证号码应为18位：前17位是数字，最后一位是数字或X。请对照证件再核对一遍。",
        IdentifierFault.Area => "身份证号码的前两位不对（应为省、自治区、直辖市的代码），请对照证件核对。",
        IdentifierFault.BirthDate => "身份证号码第7至14位不是有效的出生日期，请对照证件核对。",
        IdentifierFault.CheckDigit => "身份证号码的最后一位（校验码）不对，通常是某一位数字输错了，请对照证件核对。",
        _ => "",
    };

    public override string ToString() => Mask.ResidentId(Value);

    // A foreigner's permanent residence card begins with 9 in its form of 2023.
    private static bool IsArea(int area) => area >= 90 || Areas.Contains(area);
}
