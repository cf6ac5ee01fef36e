namespace Portal.E2E.Support;

/// <summary>Synthetic numbers with right check digits; sequence 000 is never issued.</summary>
internal static class Identifiers
{
    public const string GraduateId = "210102199806120000";

    public const string FirstHireId = "210102199703050003";

    public const string SecondHireId = "210102199608230006";
}
