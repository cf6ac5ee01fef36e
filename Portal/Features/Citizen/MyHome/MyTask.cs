namespace Portal.Features.Citizen.MyHome;

/// <summary>Everything that can be open on a person's or firm's side. Each has its query in <see cref="MyTasks"/> and its scene in the tests.</summary>
/// <remarks>To rate how a case was handled is an offer and no task; a draft stands in its own list.</remarks>
public enum MyTaskKind
{
    /// <summary>Staff asked for a correction.</summary>
    Correction,

    /// <summary>The bank did not pay, or got it back.</summary>
    Refusal,

    /// <summary>Money is to be paid back, all of it or the rest.</summary>
    Recovery,

    /// <summary>An automatic refund waits for its account.</summary>
    RefundAccount,

    /// <summary>A colleague gave an account, and one may confirm it.</summary>
    OthersAccount,

    /// <summary>An instalment waits for something that only the applicant can prove.</summary>
    Milestone,

    /// <summary>Staff did not take the letter by which one wanted to act for a firm.</summary>
    FirmClaim,

    /// <summary>The consent was taken back, and what was begun cannot be submitted.</summary>
    Consent,
}

/// <summary>Something to do, with the next step.</summary>
/// <param name="No">The case; null for what is about none.</param>
/// <param name="Title">What it is about.</param>
/// <param name="For">For whom; null for the person's own.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Todo">What to do, in words.</param>
/// <param name="Tag">In a word or two.</param>
public sealed record MyTask(MyTaskKind Kind, string? No, string Title, string? For, string Href, string Todo, string Tag);
