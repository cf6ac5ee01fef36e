using System.Globalization;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

public enum FactType
{
    Count,
    Money,
    Rate,
    YesNo,
    Choice,
    Date,
    Month,
}

/// <summary>For how long an answer may be put before somebody again instead of being asked anew (一证通办).</summary>
public enum FactReuse
{
    /// <summary>A declaration of the moment, or what one application, loan or training is about.</summary>
    AskedAnew,

    /// <summary>Stays as it is until the person says otherwise.</summary>
    Lasting,

    /// <summary>Counted for the year before, and so holds for the rest of a year.</summary>
    OfTheYear,
}

/// <summary>One allowed answer: the code rules and the interface use, and the words people see.</summary>
public sealed record Choice(string Code, string Label);

/// <summary>A fact a measure asks for, with everything a form, a schema or an explanation needs to know of it.</summary>
public abstract class Fact
{
    private protected Fact(FactType type, FactList list, string name, string label, string unit, string help)
    {
        (Type, Name, Label, Unit, Help) = (type, name, label, unit, help);
        Slot = list.Add(this);
    }

    public FactType Type { get; }

    /// <summary>The name in the assessment contract, camelCase.</summary>
    public string Name { get; }

    public string Label { get; }

    public string Unit { get; }

    public string Help { get; }

    /// <summary>An optional fact refines the answer when told and is never missing.</summary>
    public bool Optional { get; init; }

    public FactReuse Reuse { get; init; }

    public virtual IReadOnlyList<Choice> Choices => [];

    internal int Slot { get; }

    internal ulong Bit => 1UL << Slot;

    /// <summary>Reads the canonical text of a value: <c>12</c>, <c>4321.55</c>, <c>true</c>, <c>graduate</c>, <c>2020-11-16</c>.</summary>
    internal abstract bool TryRead(string text, out FactValue value);

    /// <summary>The canonical text, such that reading it gives the same value.</summary>
    internal abstract string Write(FactValue value);

    internal abstract string Show(FactValue value);

    /// <summary>What to put right, naming the field.</summary>
    public abstract string Explain { get; }
}

public sealed class CountFact(FactList list, string name, string label, string unit, string help)
    : Fact(FactType.Count, list, name, label, unit, help)
{
    public const int Max = 1_000_000_000;

    /// <summary>One more with every month that passes, as long as nothing else changes.</summary>
    public bool GrowsMonthly { get; init; }

    public override string Explain => $"“{Label}”请填写不小于0的整数。";

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Max;
        value = FactValue.Of(count);
        return read;
    }

    internal override string Write(FactValue value) => value.A.ToString(CultureInfo.InvariantCulture);

    // A calendar year is written without a comma.
    internal override string Show(FactValue value) => value.A.ToString(Unit == "年" ? "0" : "#,0", CultureInfo.InvariantCulture) + Unit;
}

public sealed class MoneyFact(FactList list, string name, string label, string help)
    : Fact(FactType.Money, list, name, label, "元", help)
{
    public override string Explain => $"“{Label}”请填写金额，单位为元，最多两位小数，例如 1234.56。";

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = Money.TryParse(text, out var money);
        value = FactValue.Of(money.Fen);
        return read;
    }

    internal override string Write(FactValue value) => new Money(value.A).ToString();

    internal override string Show(FactValue value) => new Money(value.A).ToChinese();
}

public sealed class RateFact(FactList list, string name, string label, string help)
    : Fact(FactType.Rate, list, name, label, "", help)
{
    public override string Explain => $"“{Label}”请填写不小于0的比例，例如 5.5% 或 0.055。";

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = Rate.TryParse(text, out var rate);
        value = FactValue.Of(rate.Numerator, rate.Denominator);
        return read;
    }

    internal override string Write(FactValue value) => Rate.Of(value.A, value.B).ToString();

    internal override string Show(FactValue value) => Rate.Of(value.A, value.B).ToChinese();
}

public sealed class YesNoFact(FactList list, string name, string label, string help)
    : Fact(FactType.YesNo, list, name, label, "", help)
{
    public override IReadOnlyList<Choice> Choices { get; } = [new("true", "是"), new("false", "否")];

    public override string Explain => $"“{Label}”请选择“是”或“否”。";

    internal override bool TryRead(string text, out FactValue value)
    {
        value = FactValue.Of(text == "true" ? 1 : 0);
        return text is "true" or "false";
    }

    internal override string Write(FactValue value) => value.A == 1 ? "true" : "false";

    internal override string Show(FactValue value) => value.A == 1 ? "是" : "否";
}

public sealed class ChoiceFact(FactList list, string name, string label, string help, params Choice[] choices)
    : Fact(FactType.Choice, list, name, label, "", help)
{
    public override IReadOnlyList<Choice> Choices { get; } = choices;

    public override string Explain => $"“{Label}”请从列出的选项中选择一项。";

    internal override bool TryRead(string text, out FactValue value)
    {
        var index = IndexOf(text);
        value = FactValue.Of(index);
        return index >= 0;
    }

    internal int IndexOf(string code)
    {
        for (var i = 0; i < choices.Length; i++)
            if (choices[i].Code == code)
                return i;
        return -1;
    }

    internal override string Write(FactValue value) => choices[value.A].Code;

    internal override string Show(FactValue value) => choices[value.A].Label;
}

public sealed class DateFact(FactList list, string name, string label, string help)
    : Fact(FactType.Date, list, name, label, "", help)
{
    public override string Explain => $"“{Label}”请填写日期，例如 2020-11-16。";

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = IsoDate.TryParse(text, out var day);
        value = FactValue.Of(day.DayNumber);
        return read;
    }

    internal override string Write(FactValue value) => IsoDate.Write(DateOnly.FromDayNumber((int)value.A));

    internal override string Show(FactValue value) => DateOnly.FromDayNumber((int)value.A).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}

/// <summary>A calendar month, such as a payroll month; counted as months since year 0.</summary>
public sealed class MonthFact(FactList list, string name, string label, string help)
    : Fact(FactType.Month, list, name, label, "", help)
{
    public override string Explain => $"“{Label}”请填写年月，例如 2020-11。";

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = Month.TryParse(text, out var month);
        value = FactValue.Of(month.Index);
        return read;
    }

    internal override string Write(FactValue value) => new Month((int)value.A).ToString();

    internal override string Show(FactValue value) => new Month((int)value.A).ToChinese();
}
