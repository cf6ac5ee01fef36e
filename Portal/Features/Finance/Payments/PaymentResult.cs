using Portal.Domain.Cases;

namespace Portal.Features.Finance.Payments;

/// <summary>What came of a step on a payment plan.</summary>
public abstract record PaymentResult
{
    /// <summary>Done now, or by an earlier press.</summary>
    public sealed record Done : PaymentResult;

    /// <summary>No such case, or one of another place.</summary>
    public sealed record NotFound : PaymentResult;

    /// <summary>Somebody was faster; nothing was changed.</summary>
    public sealed record Stale(CaseState State) : PaymentResult;

    /// <summary>The plan or the person does not allow it; the message says why and what to do.</summary>
    public sealed record Refused(string Message) : PaymentResult;

    /// <param name="Field">Which input to put right: a name of <see cref="PaymentFields"/>.</param>
    public sealed record Invalid(string Field, string Message) : PaymentResult;
}

/// <summary>The inputs of the payment forms.</summary>
public static class PaymentFields
{
    public const string Reference = "reference";
    public const string PaidOn = "paid-on";
    public const string HappenedOn = "happened-on";
}
