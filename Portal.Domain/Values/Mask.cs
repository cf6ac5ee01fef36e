namespace Portal.Domain.Values;

/// <summary>How personal data is shown where the whole value is nobody's business (facts.md 9.4).</summary>
public static class Mask
{
    /// <summary>Two characters keep the first, longer names the first and the last.</summary>
    public static string Name(string name) => name.Length switch
    {
        0 => "",
        1 => "*",
        2 => name[..1] + "*",
        _ => name[..1] + new string('*', name.Length - 2) + name[^1..],
    };

    /// <summary>A firm keeps its first two and last four characters; the middle names its owner or trade.</summary>
    public static string FirmName(string name) =>
        name.Length <= 6 ? Name(name) : name[..2] + new string('*', Math.Min(6, name.Length - 6)) + name[^4..];

    public static string ResidentId(string value) => Middle(value, 6, 4);

    public static string Mobile(string value) => Middle(value, 3, 4);

    /// <summary>Keeps the first eight (registering body and place) and the last two of a credit code.</summary>
    public static string CreditCode(string value) => Middle(value, 8, 2);

    public static string BankAccount(string value) => Middle(value, 0, 4);

    private static string Middle(string value, int head, int tail) =>
        value.Length <= head + tail ? new string('*', value.Length) : value[..head] + new string('*', value.Length - head - tail) + value[^tail..];
}
