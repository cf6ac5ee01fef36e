using Portal.Data.Privacy;

namespace Portal.Features.Privacy;

internal static class PrivacyWords
{
    public static string Of(ConsentKind kind) => ConsentTexts.Current(kind).Title;
}
