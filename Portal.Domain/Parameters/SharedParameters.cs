namespace Portal.Domain.Parameters;

/// <summary>Values that belong to no single measure.</summary>
public static class SharedParameters
{
    /// <summary>Clause 20's own number, for days on which the book has none: the promise does not hang on the book.</summary>
    public const int PaymentDueByTheNotice = 5;

    /// <summary>Clause 20: payment within so many working days of receiving a claim that qualifies.</summary>
    public static readonly CountParameter PaymentDueWorkingDays = new("payment.dueWorkingDays", "资金拨付期限", "个工作日");

    /// <summary>The monthly minimum wage of the county-level place, for full-time work.</summary>
    public static readonly MoneyParameter MinimumWageMonthly = new("minimum-wage.monthly", "当地月最低工资标准");

    /// <summary>The hourly minimum wage of the county-level place, for part-time work.</summary>
    public static readonly MoneyParameter MinimumWageHourly = new("minimum-wage.hourly", "当地小时最低工资标准");

    /// <summary>Ruling R9: calendar days.</summary>
    public static readonly CountParameter PublicationDays = new("publication.days", "公示期", "天");

    /// <summary>Promises made to everybody: the province may change them, but never set none.</summary>
    public static readonly IReadOnlyList<Parameter> Standing = [PaymentDueWorkingDays, PublicationDays];

    public static readonly IReadOnlyList<Parameter> All = [PaymentDueWorkingDays, MinimumWageMonthly, MinimumWageHourly, PublicationDays];
}
