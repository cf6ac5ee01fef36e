namespace Portal.Domain.Values;

/// <summary>A unified social credit code of 18 characters (统一社会信用代码, GB 32100-2015).</summary>
/// <remarks>
/// Form and last check character are checked, no more: rosters hold codes whose inner organization code
/// was given by other rules (measures.md, screening), and refusing them would refuse real firms.
/// </remarks>
public readonly record struct CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Half = 9;

    /// <summary>31 to the ninth.</summary>
    private const ulong NumbersOfHalf = 26_439_622_160_671;

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly sbyte[] Index = BuildIndex();

    private CreditCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>The code as a number, one for each: a million of them are remembered in a quarter of the room of their texts.</summary>
    public UInt128 Number
    {
        get
        {
            // In two halves, each within a machine word.
            ulong high = 0, low = 0;
            for (var i = 0; i < Half; i++) (high, low) = (high * 31 + (ulong)Index[Value[i]], low * 31 + (ulong)Index[Value[i + Half]]);
            return (UInt128)high * NumbersOfHalf + low;
        }
    }

    /// <summary>The text of the code that has a number.</summary>
    public static string TextOf(UInt128 number)
    {
        Span<char> text = stackalloc char[18];
        var (high, low) = ((ulong)(number / NumbersOfHalf), (ulong)(number % NumbersOfHalf));
        for (var i = Half - 1; i >= 0; i--, high /= 31, low /= 31) (text[i], text[i + Half]) = (Alphabet[(int)(high % 31)], Alphabet[(int)(low % 31)]);
        return new string(text);
    }

    public static IdentifierFault TryParse(string? text, out CreditCode code)
    {
        code = default;
        var value = PlainText.Compact(text);
        if (value.Length != 18) return IdentifierFault.Format;
        var sum = 0;
        for (var i = 0; i < 18; i++)
        {
            var c = value[i];
            if (c >= Index.Length || Index[c] < 0 || i is >= 2 and < 8 && !char.IsAsciiDigit(c)) return IdentifierFault.Format;
            if (i < 17) sum += Index[c] * Weights[i];
        }

        if (Alphabet[(31 - sum % 31) % 31] != value[17]) return IdentifierFault.CheckDigit;
        code = new CreditCode(value);
        return IdentifierFault.None;
    }

    public static string Explain(IdentifierFault fault) => fault switch
    {
        IdentifierFault.Format => "统一社会信用代码应为18位数字或大写字母（不含I、O、S、V、Z），请对照营业执照核对。",
        IdentifierFault.CheckDigit => "统一社会信用代码的最后一位（校验码）不对，请对照营业执照核对。",
        _ => "",
    };

    public override string ToString() => Value;

    private static sbyte[] BuildIndex()
    {
        var index = new sbyte[128];
        Array.Fill(index, (sbyte)-1);
        for (var i = 0; i < Alphabet.Length; i++) index[Alphabet[i]] = (sbyte)i;
        return index;
    }
}
