namespace Portal.E2E.Support;

/// <summary>Synthetic numbers with right check digits; sequence 000 is never issued.</summary>
internal static class Identifiers
{
    public const string GraduateId = "210102199806120000";

    public const string FirstHireId = "210102199703050003";

    public const string SecondHireId = "210102199608230006";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>One for each of many hires.</summary>
    public static string Hire(int number) => Start(number) + LastDigit(number);

    public static string WrongLastDigit(int number) => Start(number) + (LastDigit(number) == '1' ? '2' : '1');

    private static string Start(int number) => $"210102{new DateOnly(1994, 1, 1).AddDays(number):yyyyMMdd}000";

    private static char LastDigit(int number) => "10X98765432"[Start(number).Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum() % 11];
}
