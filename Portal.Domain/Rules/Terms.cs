using System.Collections.Concurrent;
using Portal.Domain.Calendar;
using Portal.Domain.Parameters;

namespace Portal.Domain.Rules;

/// <summary>The rulebook and the calendar a measure is assessed by.</summary>
public sealed record Rulebook(ParameterBook Parameters, WorkingDayCalendar Calendar)
{
    /// <summary>A number of days as the book has it for a place on a day; null where the place has not set it.</summary>
    public int? Days(CountParameter parameter, string region, DateOnly day) => (int?)Parameters.Find(parameter, region, day)?.Value;
}

/// <summary>A value as it was looked up; not found where the place has not set it.</summary>
/// <param name="Day">The day it was looked up for: of the assessment, of a payroll month, of the start of a training.</param>
public sealed record ValueRead(Parameter Parameter, DateOnly Day, FoundValue? Found);

/// <summary>The values that hold for one measure in one place on one day, looked up once and used for any number of applicants.</summary>
public sealed class Terms
{
    // Side by side, not by hash: a measure reads a handful, and a roster's row asks for each of them several times.
    private readonly Parameter[] _parameters;
    private readonly FoundValue?[] _values;
    private readonly ICollection<ValueRead>? _reads;
    private readonly ConcurrentDictionary<(Parameter, DateOnly), FoundValue?> _valuesByDay = new();
    private readonly ConcurrentDictionary<Condition, string> _sentences = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<DateOnly> _paymentDue;

    internal Terms(
        Measure measure, Rulebook book, string region, DateOnly asOf, IReadOnlyDictionary<string, string>? whatIf, ICollection<ValueRead>? reads)
    {
        (Book, Region, AsOf, Measure, _reads) = (book, region, asOf, measure, reads);
        WhatIf = whatIf ?? new Dictionary<string, string>();
        _parameters = [.. measure.Parameters];
        _values = [.. _parameters.Select(parameter => Find(parameter, asOf))];
        IsOffered = measure.Parameters.All(parameter =>
            measure.OptionalParameters.Contains(parameter) || book.Parameters.InForceWhereTheProvinceSetIt(parameter.Key, asOf));
        _paymentDue = new Lazy<DateOnly>(() =>
            WorkingDaysAfter(asOf, Look(SharedParameters.PaymentDueWorkingDays)?.Value as int? ?? SharedParameters.PaymentDueByTheNotice));
    }

    public Measure Measure { get; }

    public Rulebook Book { get; }

    public string Region { get; }

    public DateOnly AsOf { get; }

    public IReadOnlyDictionary<string, string> WhatIf { get; }

    /// <summary>Ruling R11: whether all values that stand for the province are in force on the day.</summary>
    public bool IsOffered { get; }

    /// <summary>Clause 20: five working days from the day of assessment.</summary>
    /// <exception cref="CalendarYearMissingException">The deadline falls in a year without published holidays.</exception>
    public DateOnly PaymentDue => _paymentDue.Value;

    public FoundValue? Look(Parameter parameter)
    {
        for (var i = 0; i < _parameters.Length; i++)
            if (ReferenceEquals(_parameters[i], parameter))
                return _values[i];
        return Find(parameter, AsOf);
    }

    /// <summary>A value by another day than the assessment's: a payroll month, the start of a training.</summary>
    public FoundValue? LookOn(Parameter parameter, DateOnly day) =>
        _valuesByDay.TryGetValue((parameter, day), out var found) ? found : _valuesByDay.GetOrAdd((parameter, day), Find(parameter, day));

    public T Value<T>(Parameter<T> parameter)
        where T : notnull =>
        (T)(Look(parameter)?.Value ?? throw new InvalidOperationException($"{parameter.Key} is not set for {Region} on {AsOf:yyyy-MM-dd}."));

    public string Show(Parameter parameter) => Look(parameter) is { } found ? parameter.Show(found.Value) : "（待定）";

    /// <summary>A condition's sentence with the values of the place and day.</summary>
    internal string Sentence(Condition condition) =>
        _sentences.TryGetValue(condition, out var sentence) ? sentence : _sentences.GetOrAdd(condition, condition.Sentence(this));

    public DateOnly WorkingDaysAfter(DateOnly from, int days) => Book.Calendar.AddWorkingDays(from, days);

    private FoundValue? Find(Parameter parameter, DateOnly day)
    {
        var found = Seek(parameter, day);
        _reads?.Add(new ValueRead(parameter, day, found));
        return found;
    }

    private FoundValue? Seek(Parameter parameter, DateOnly day) =>
        !WhatIf.TryGetValue(parameter.Key, out var text) ? Book.Parameters.Find(parameter, Region, day)
        : parameter.TryParse(text, out var value) ? new FoundValue(value, null)
        : throw new FormatException(parameter.Key);
}
