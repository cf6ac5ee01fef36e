using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Features.Assessments;

/// <summary>JSON values in the canonical text that facts and parameters are read from.</summary>
internal static class JsonText
{
    /// <summary>A number without exponent; null when it cannot be held, or is no whole number where one is asked for.</summary>
    public static string? PlainNumber(JsonElement number, bool wholeOnly)
    {
        var raw = number.GetRawText();
        if (!raw.AsSpan().ContainsAny('e', 'E') && !wholeOnly) return raw;
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return null;
        if (!wholeOnly) return value.ToString(CultureInfo.InvariantCulture);
        return decimal.Truncate(value) == value ? decimal.Truncate(value).ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Scalars bare; objects and lists as JSON whose numbers have become strings.</summary>
    public static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Select(part => KeyValuePair.Create(part.Name, (JsonNode?)Canonical(part.Value)))).ToJsonString(),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(part => (JsonNode?)Canonical(part))]).ToJsonString(),
        JsonValueKind.Number => PlainNumber(value, wholeOnly: false) ?? value.GetRawText(),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
