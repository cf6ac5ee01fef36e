namespace Portal.Features.Finance.Payments;

/// <summary>The inputs of the payment forms.</summary>
public static class PaymentFields
{
    public const string Reference = "reference";
    public const string PaidOn = "paid-on";
}
