using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Portal.Domain.Values;

namespace Portal.Domain.Parameters;

/// <summary>A value that rules read by date and place: its key, what people call it, and how its text is read.</summary>
/// <remarks>Compared by reference: each parameter is declared once, beside the measure that reads it.</remarks>
public abstract class Parameter(string key, string label, string unit)
{
    public string Key { get; } = key;

    public string Label { get; } = label;

    public string Unit { get; } = unit;

    public abstract bool TryParse(string text, [NotNullWhen(true)] out object? value);

    public abstract string Show(object value);
}

public abstract class Parameter<T>(string key, string label, string unit) : Parameter(key, label, unit)
    where T : notnull
{
    public override bool TryParse(string text, [NotNullWhen(true)] out object? value)
    {
        var read = TryRead(text, out var typed);
        value = read ? typed : null;
        return read;
    }

    public override string Show(object value) => Show((T)value);

    protected abstract bool TryRead(string text, [NotNullWhen(true)] out T? value);

    protected abstract string Show(T value);
}

/// <summary>A whole number: persons, months, days.</summary>
public sealed class CountParameter(string key, string label, string unit) : Parameter<int>(key, label, unit)
{
    protected override bool TryRead(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    protected override string Show(int value) => value == int.MaxValue ? "不限" : $"{value}{Unit}";
}

/// <summary>An amount in yuan with at most two decimals.</summary>
public sealed class MoneyParameter(string key, string label) : Parameter<Money>(key, label, "元")
{
    protected override bool TryRead(string text, out Money value) => Money.TryParse(text, out value);

    protected override string Show(Money value) => value.ToChinese();
}

/// <summary>A share or rate: <c>0.055</c> or <c>2/3</c>.</summary>
public sealed class RateParameter(string key, string label) : Parameter<Rate>(key, label, "")
{
    protected override bool TryRead(string text, out Rate value) => Rate.TryParse(text, out value);

    protected override string Show(Rate value) => value.ToChinese();
}

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
