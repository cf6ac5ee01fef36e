using System.Globalization;
namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>Where an error stands in the form: the ids of what is no fact.</summary>
/// <remarks>A prefix tells one measure's fields from another's, see <see cref="DraftContent.PrefixOf"/>.</remarks>
internal static class FieldIds
{
    public const string Bank = "bank";
    public const string Account = "account";
    public const string BankCode = "bank-code";
    public const string AccountKind = "account-kind";
    public const string AnyMaterial = "material-";

    public static string FirstMonth(string prefix) => prefix + "first-month";

    public static string StartedOn(string prefix) => prefix + "started-on";

    public static string Training(string prefix) => prefix + "training-number";

    public static string People(string prefix) => prefix + "people";

    public static string AnyPerson(string prefix) => prefix + "person-";

    public static string Person(string prefix, int row) => $"{AnyPerson(prefix)}{row + 1}-";

    /// <summary>Whose field an id is, by the place in the list; null where it is no person's.</summary>
    public static int? RowOf(string prefix, string id) =>
        id.StartsWith(AnyPerson(prefix), StringComparison.Ordinal) && id.AsSpan(AnyPerson(prefix).Length) is var rest && rest.IndexOf('-') is > 0 and var end
        && int.TryParse(rest[..end], CultureInfo.InvariantCulture, out var number) && number > 0 ? number - 1 : null;

    public static string PersonName(string prefix, int row) => Person(prefix, row) + "name";

    public static string PersonId(string prefix, int row) => Person(prefix, row) + "id";

    public static string Material(int index) => $"{AnyMaterial}{index + 1}";
}
