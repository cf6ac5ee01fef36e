using Portal.Tables;

namespace Portal.Features.Finance.BankReports;

/// <summary>Opens a file from the bank; whether it is pain.002 or a table follows from its bytes, not its name.</summary>
internal static class ReplyFile
{
    /// <param name="file">It can be sought in; closed when everything is read.</param>
    /// <exception cref="ReplyUnreadableException">While reading: what follows is no answer.</exception>
    public static IEnumerable<BankReply> Read(Stream file)
    {
        var isXml = IsXml(file);
        file.Position = 0;
        return isXml ? Pain002.Read(file) : Guarded(ReplyTable.Read(file));
    }

    private static bool IsXml(Stream file)
    {
        Span<byte> start = stackalloc byte[256];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        // Past a byte-order mark, the zeros of UTF-16 and blanks.
        foreach (var b in start[..length])
            if (b is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return b == (byte)'<';
        return false;
    }

    // The tables speak of rosters; what they say of a broken file holds here, too.
    private static IEnumerable<BankReply> Guarded(IEnumerable<BankReply> rows)
    {
        using var each = rows.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext()) yield break;
            }
            catch (RosterUnreadableException unreadable)
            {
                throw new ReplyUnreadableException(unreadable.Message, unreadable);
            }

            yield return each.Current;
        }
    }
}
