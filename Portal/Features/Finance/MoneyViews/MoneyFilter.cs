using Portal.Access;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.MoneyViews;

/// <summary>By what the money is told apart.</summary>
public enum MoneyBy
{
    Measure,
    City,
    Source,
    Month,
}

/// <param name="City">A city's code; null for all of the actor's place.</param>
public sealed record MoneyFilter(string? Measure = null, string? City = null, FundingSource? Source = null, Month? Month = null)
{
    /// <summary>Who sees the place's money.</summary>
    public const string Watchers = Roles.MoneyWatchers;

    public static bool MayLook(Actor actor) => Watchers.Split(',').Any(actor.Is) && actor.IsStaff;

    /// <summary>The place both the actor and the filter allow; null when there is none.</summary>
    public string? PlaceFor(Actor actor) => !MayLook(actor) ? null : City is { } city ? actor.Overlap(city) : actor.Place;

    /// <summary>The columns of every table: where money stands; together they are what was granted.</summary>
    public static IReadOnlyList<LedgerAccount> Accounts { get; } = [.. Enum.GetValues<LedgerAccount>().Where(account => account != LedgerAccount.Budget)];
}
