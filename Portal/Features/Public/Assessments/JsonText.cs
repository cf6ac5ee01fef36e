using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Features.Public.Assessments;

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

    /// <summary>The pointer of the first text that is half a character or no UTF-8: the parser lets it through, and reading it throws.</summary>
    public static string? FindUnreadable(JsonElement value, string pointer = "") => value.ValueKind switch
    {
        JsonValueKind.String => TryRead(() => value.GetString()) is null ? pointer : null,
        JsonValueKind.Array => value.EnumerateArray().Select((part, index) => FindUnreadable(part, $"{pointer}[{index}]")).FirstOrDefault(found => found is not null),
        JsonValueKind.Object => value.EnumerateObject()
            .Select(part => TryRead(() => part.Name) is { } name ? FindUnreadable(part.Value, pointer.Length == 0 ? name : $"{pointer}.{name}") : pointer)
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? TryRead(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
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
