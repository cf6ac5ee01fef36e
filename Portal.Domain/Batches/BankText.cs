using System.Text;

namespace Portal.Domain.Batches;

/// <summary>Makes a text fit for a bank's file: within a length, on one line, and of characters that XML allows.</summary>
public static class BankText
{
    /// <summary>Names, and the remittance text, in pain.001.001.09 (Max140Text).</summary>
    public const int NameAtMost = 140;

    /// <summary>An account that is no IBAN (Max34Text).</summary>
    public const int AccountAtMost = 34;

    /// <param name="atMost">In UTF-16 units: never more characters than that, whichever way a bank counts.</param>
    /// <returns>Blanks in a row become one; half a surrogate pair and what XML refuses is left out; empty when nothing is left.</returns>
    public static string Fit(string text, int atMost)
    {
        var fit = new StringBuilder(Math.Min(text.Length, atMost));
        var isBlankDue = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                isBlankDue = fit.Length > 0;
                continue;
            }

            // The replacement rune stands for half a pair; the last two of each plane are no characters.
            if (rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE) continue;
            var needs = rune.Utf16SequenceLength + (isBlankDue ? 1 : 0);
            if (fit.Length + needs > atMost) break;
            if (isBlankDue) fit.Append(' ');
            fit.Append(rune.ToString());
            isBlankDue = false;
        }

        return fit.ToString();
    }
}
