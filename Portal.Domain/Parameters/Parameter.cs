using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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

    /// <summary>The canonical text: what <see cref="TryParse"/> reads back as the same value.</summary>
    public abstract string Write(object value);

    /// <summary>Why a value that can be read cannot be meant, such as a share above the whole; null when it can.</summary>
    public virtual string? Doubt(object value) => null;
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

    public override string Write(object value) => Write((T)value);

    protected abstract bool TryRead(string text, [NotNullWhen(true)] out T? value);

    protected abstract string Show(T value);

    protected abstract string Write(T value);
}

/// <summary>A whole number: persons, months, days.</summary>
public sealed class CountParameter(string key, string label, string unit) : Parameter<int>(key, label, unit)
{
    /// <summary>Stands for "whatever the number".</summary>
    public const int NoLimit = int.MaxValue;

    protected override bool TryRead(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    protected override string Show(int value) => value == NoLimit ? "不限" : $"{value}{Unit}";

    protected override string Write(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <remarks>A term of ten thousand days is a slip of the hand, and a deadline counted by it has no calendar.</remarks>
    public override string? Doubt(object value) =>
        Most is { } most && (int)value > most ? $"不能超过 {most} {Unit}，请核对是不是多写了几位" : null;

    private int? Most => Unit switch
    {
        "天" or "个工作日" => 366,
        "个月" => 600,
        "年" => 50,
        _ => null,
    };
}

/// <summary>An amount in yuan with at most two decimals.</summary>
public sealed class MoneyParameter(string key, string label) : Parameter<Money>(key, label, "元")
{
    protected override bool TryRead(string text, out Money value) => Money.TryParse(text, out value);

    protected override string Show(Money value) => value.ToChinese();

    protected override string Write(Money value) => value.ToString();

    /// <remarks>No standard of the notice comes near it, and a number of hires times more could not be held.</remarks>
    public override string? Doubt(object value) => (Money)value > Money.Yuan(100_000_000) ? "超过了一亿元，请核对是不是多写了几位" : null;
}

/// <summary>A share or rate: <c>0.055</c> or <c>2/3</c>.</summary>
public sealed class RateParameter(string key, string label) : Parameter<Rate>(key, label, "")
{
    protected override bool TryRead(string text, out Rate value) => Rate.TryParse(text, out value);

    protected override string Show(Rate value) => value.ToChinese();

    protected override string Write(Rate value) => value.ToString();

    public override string? Doubt(object value) => (Rate)value > Rate.One ? "超过了 100%，请核对" : null;
}
