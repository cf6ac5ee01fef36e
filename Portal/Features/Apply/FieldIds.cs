namespace Portal.Features.Apply;

/// <summary>Where an error stands in the form: the ids of what is no fact.</summary>
internal static class FieldIds
{
    public const string FirstMonth = "first-month";
    public const string Bank = "bank";
    public const string Account = "account";

    public static string Hire(int row) => $"hire-{row + 1}-";

    public static string HireName(int row) => Hire(row) + "name";

    public static string HireId(int row) => Hire(row) + "id";

    public static string Material(int index) => $"material-{index + 1}";
}
