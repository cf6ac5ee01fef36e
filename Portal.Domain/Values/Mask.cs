using System.Globalization;

namespace Portal.Domain.Values;

/// <summary>How personal data is shown where the whole value is nobody's business (facts.md 9.4).</summary>
/// <remarks>Counted in whole characters: half of a rare one would be shown as none.</remarks>
public static class Mask
{
    /// <summary>Two characters keep the first, longer names the first and the last.</summary>
    public static string Name(string name) => Characters(name) switch
    {
        0 => "",
        1 => "*",
        2 => Middle(name, 1, 0),
        _ => Middle(name, 1, 1),
    };

    public static string ResidentId(string value) => Middle(value, 6, 4);

    public static string Mobile(string value) => Middle(value, 3, 4);

    /// <summary>A number of whatever network: a mobile's as such, of any other the last four digits.</summary>
    public static string Phone(string value) => value.Length == 11 && value[0] == '1' ? Mobile(value) : Middle(value, 0, 4);

    /// <summary>Keeps the first eight (registering body and place) and the last two of a credit code.</summary>
    public static string CreditCode(string value) => Middle(value, 8, 2);

    public static string BankAccount(string value) => Middle(value, 0, 4);

    private static string Middle(string value, int head, int tail)
    {
        var starts = StringInfo.ParseCombiningCharacters(value);
        return starts.Length <= head + tail ? new string('*', starts.Length)
            : value[..starts[head]] + new string('*', starts.Length - head - tail) + (tail == 0 ? "" : value[starts[^tail]..]);
    }

    private static int Characters(string value) => StringInfo.ParseCombiningCharacters(value).Length;
}
