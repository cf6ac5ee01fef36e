namespace Portal.Features.Finance.Payments;

/// <summary>What either form of a payment plan posts; texts as typed, so that what cannot be read is not lost.</summary>
public sealed class PaymentForm
{
    public Guid Version { get; set; }

    public Guid InstalmentId { get; set; }

    public string? Reference { get; set; }

    public string? PaidOn { get; set; }

    /// <summary>Of the instalments that waited for what has happened.</summary>
    public string? Trigger { get; set; }

    public string? HappenedOn { get; set; }

    /// <summary>Of an acceptance, the day before its publication.</summary>
    public string? AcceptedOn { get; set; }
}
