using Portal.Tables;

namespace Portal.Features.Finance.BankReports;

/// <summary>Opens a file from the bank; whether it is pain.002 or a table follows from its bytes, not its name.</summary>
internal static class BankReportFile
{
    /// <param name="file">It can be sought in; closed when everything is read.</param>
    /// <exception cref="BankReportUnreadableException">While reading: what follows is no answer.</exception>
    /// <param name="tell">Takes what is to be known of how a table was read, once it was.</param>
    public static IEnumerable<PaymentStatusReport> Read(Stream file, Action<string>? tell = null, CancellationToken cancellation = default)
    {
        var isXml = IsXml(file);
        file.Position = 0;
        return isXml ? Pain002.Read(file, cancellation) : Guarded(BankReportTable.Read(file, tell ?? (_ => { }), cancellation));
    }

    private static bool IsXml(Stream file)
    {
        Span<byte> start = stackalloc byte[256];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        // Past a byte-order mark, the zeros of UTF-16 and blanks.
        foreach (var b in start[..length])
            if (b is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return b == (byte)'<' && !TableFormat.IsMarkup(start[..length]);
        return false;
    }

    // The tables speak of rosters; what they say of a broken file holds here, too.
    private static IEnumerable<PaymentStatusReport> Guarded(IEnumerable<PaymentStatusReport> rows)
    {
        using var each = rows.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext()) yield break;
            }
            catch (TableUnreadableException unreadable)
            {
                throw new BankReportUnreadableException(unreadable.Message, unreadable);
            }

            yield return each.Current;
        }
    }
}
