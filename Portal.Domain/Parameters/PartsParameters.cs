using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Portal.Domain.Values;

namespace Portal.Domain.Parameters;

/// <summary>Who pays which share: centre, province, city and county. The shares make the whole.</summary>
public sealed record FundingShares(Rate Central, Rate Province, Rate City);

public sealed class FundingParameter(string key, string label) : Parameter<FundingShares>(key, label, "")
{
    protected override bool TryRead(string text, [NotNullWhen(true)] out FundingShares? value)
    {
        value = null;
        if (ParameterJson.TryRead<Dictionary<string, string>>(text) is not { Count: 3 } parts) return false;
        if (!TryShare(parts, "central", out var central) || !TryShare(parts, "province", out var province) || !TryShare(parts, "city", out var city)) return false;
        if (central + province + city != Rate.One) return false;
        value = new FundingShares(central, province, city);
        return true;
    }

    protected override string Show(FundingShares value) =>
        $"中央 {value.Central.ToChinese()}、省 {value.Province.ToChinese()}、市县 {value.City.ToChinese()}";

    protected override string Write(FundingShares value) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["central"] = value.Central.ToString(),
        ["province"] = value.Province.ToString(),
        ["city"] = value.City.ToString(),
    });

    private static bool TryShare(Dictionary<string, string> parts, string name, out Rate share)
    {
        share = default;
        return parts.TryGetValue(name, out var text) && Rate.TryParse(text, out share);
    }
}

/// <summary>Several shares in order, such as the steps of the training subsidy.</summary>
public sealed class SharesParameter(string key, string label) : Parameter<IReadOnlyList<Rate>>(key, label, "")
{
    protected override bool TryRead(string text, [NotNullWhen(true)] out IReadOnlyList<Rate>? value)
    {
        value = null;
        if (ParameterJson.TryRead<List<string>>(text) is not { Count: > 0 } parts) return false;
        var shares = new List<Rate>();
        foreach (var part in parts)
        {
            if (!Rate.TryParse(part, out var share)) return false;
            shares.Add(share);
        }

        value = shares;
        return true;
    }

    protected override string Show(IReadOnlyList<Rate> value) => string.Join("、", value.Select(share => share.ToChinese()));

    protected override string Write(IReadOnlyList<Rate> value) => JsonSerializer.Serialize(value.Select(share => share.ToString()));

    public override string? Doubt(object value) =>
        ((IReadOnlyList<Rate>)value).Aggregate(Rate.Zero, (sum, share) => sum + share) > Rate.One ? "几份加起来超过了 100%，请核对" : null;
}

internal static class ParameterJson
{
    public static T? TryRead<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
