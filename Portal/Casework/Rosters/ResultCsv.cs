using System.Globalization;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Tables;

namespace Portal.Casework.Rosters;

/// <summary>The result of a screening as a file: a line a row, in file order (RFC 4180, lines end in \n).</summary>
public static class ResultCsv
{
    public const string Header = "row,uscc,outcome,amount,reason\n";

    private static readonly string[] Outcomes = [.. Enum.GetNames<RowOutcome>().Select(name => name.ToLowerInvariant())];

    public static void Write(TextWriter target, int number, string code, RowOutcome outcome, Money? amount, string reason)
    {
        // By way of the stack: a text for every number and amount would be thrown away a million times.
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        target.Write(digits[..length]);
        target.Write(',');
        CsvField.Write(target, code);
        target.Write(',');
        target.Write(Outcomes[(int)outcome]);
        target.Write(',');
        if (amount is { } money) target.Write(digits[..money.Write(digits)]);
        target.Write(',');
        CsvField.Write(target, reason);
        target.Write('\n');
    }
}
