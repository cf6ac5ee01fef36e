using System.Globalization;

namespace Portal.Domain.Batches;

/// <summary>What batches and their lines are called, at the bank as in the portal: PC20201123-0001 and PC20201123-0001-000001.</summary>
public static class BatchNumber
{
    /// <summary>ISO 20022 allows an identification no more (Max35Text).</summary>
    public const int IdAtMost = 35;

    /// <summary>The lines of one batch; the rest waits for the next.</summary>
    public const int MostLines = 100_000;

    /// <param name="serial">From 1, counted anew each day; at most 9999.</param>
    public static string Compose(DateOnly day, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 9999);
        return string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(day)}{serial:0000}");
    }

    public static string PrefixOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"PC{day:yyyyMMdd}-");

    /// <summary>The serial of a number of this form; 0 for none.</summary>
    public static int SerialOf(string? no) => no is null ? 0 : int.Parse(no.AsSpan(no.Length - 4), CultureInfo.InvariantCulture);

    /// <param name="sequence">From 1, at most <see cref="MostLines"/>.</param>
    public static string LineOf(string no, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{no}-{sequence:000000}");
}
