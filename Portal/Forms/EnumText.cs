namespace Portal.Forms;

/// <summary>Reads one of a list of words from an address or a form.</summary>
public static class EnumText
{
    /// <returns>Null for anything but one of the names; numbers are none, though the framework takes every number for a value.</returns>
    public static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]) ? value : null;
}
