namespace Portal.Domain.Parameters;

/// <summary>Values that belong to no single measure.</summary>
public static class SharedParameters
{
    /// <summary>Clause 20: payment within so many working days of receiving a claim that qualifies.</summary>
    public static readonly CountParameter PaymentDueWorkingDays = new("payment.dueWorkingDays", "资金拨付期限", "个工作日");

    /// <summary>Ruling R9: calendar days.</summary>
    public static readonly CountParameter PublicationDays = new("publication.days", "公示期", "天");
}
