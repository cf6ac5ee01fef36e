using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Ledger;

/// <summary>An instalment as a change of the plan sees it.</summary>
/// <param name="SetOff">How much of it was kept back already.</param>
/// <param name="Claimed">How much of it is to be paid back or was.</param>
public readonly record struct PlanPart(int Sequence, string Trigger, Money Amount, InstalmentState State, Money SetOff, Money Claimed)
{
    /// <summary>What it leaves the payee, now or later.</summary>
    public Money Kept => State == InstalmentState.Lapsed ? Money.Zero : Amount - Claimed;

    /// <summary>Whether it can still be taken off the plan: not on its way to the bank, and nothing of it given to another claim.</summary>
    public bool MayLapse => State is InstalmentState.Waiting or InstalmentState.Due && SetOff == Money.Zero;
}

/// <param name="Instead">The sequence of the lapsed instalment whose smaller successor it is; null for money on top.</param>
public readonly record struct PlanAddition(string Trigger, Money Amount, int? Instead);

public readonly record struct PlanClaim(int Sequence, Money Amount);

/// <summary>What becomes of a plan when the entitlement comes out otherwise: what is not paid lapses first, the last first; then what was paid is claimed back.</summary>
/// <remarks>Afterwards what was paid and what is open, less what is claimed, is the new total.</remarks>
/// <param name="Stuck">What would have to go and cannot yet: it lies with the bank, or was set off. Nothing may be changed before that is over.</param>
public sealed record PlanChange(IReadOnlyList<int> Lapsed, IReadOnlyList<PlanAddition> Added, IReadOnlyList<PlanClaim> Claimed, Money Stuck)
{
    public Money Claim => Money.Sum(Claimed.Select(claim => claim.Amount));

    /// <summary>What comes on top of the plan, apart from successors of what lapses.</summary>
    public Money TopUp => Money.Sum(Added.Where(part => part.Instead is null).Select(part => part.Amount));

    /// <summary>The same change, but of the money on top only so much at once; the rest waits.</summary>
    /// <param name="trigger">What the rest waits for.</param>
    public PlanChange Holding(string trigger, Money atOnce)
    {
        var now = Money.Min(TopUp, atOnce);
        var rest = new PlanAddition(trigger, TopUp - now, null);
        return this with
        {
            Added = [.. Added.Select(part => part.Instead is null ? part with { Amount = now } : part).Append(rest).Where(part => part.Amount > Money.Zero)],
        };
    }

    /// <param name="lost">Triggers that will not come to pass any more, such as half of a training that was accepted without it.</param>
    /// <param name="topUp">The trigger of what comes on top.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is negative.</exception>
    public static PlanChange Of(IReadOnlyList<PlanPart> parts, Money total, IReadOnlyCollection<string>? lost = null, string topUp = Trigger.TopUp)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, Money.Zero);
        var lapsed = parts.Where(part => part.MayLapse && lost?.Contains(part.Trigger) == true).Select(part => part.Sequence).ToList();
        var added = new List<PlanAddition>();
        var claimed = new List<PlanClaim>();
        var left = parts.Where(part => !lapsed.Contains(part.Sequence)).OrderByDescending(part => part.Sequence).ToArray();
        var excess = Money.Sum(left.Select(part => part.Kept)) - total;
        if (excess < Money.Zero) added.Add(new PlanAddition(topUp, Money.Zero - excess, null));
        foreach (var part in left.Where(part => part.MayLapse))
        {
            if (excess <= Money.Zero) break;
            lapsed.Add(part.Sequence);
            if (part.Amount > excess) added.Add(new PlanAddition(part.Trigger, part.Amount - excess, part.Sequence));
            excess -= Money.Min(excess, part.Amount);
        }

        foreach (var part in left.Where(part => part.State == InstalmentState.Paid && part.Kept > Money.Zero))
        {
            if (excess <= Money.Zero) break;
            var some = Money.Min(excess, part.Kept);
            claimed.Add(new PlanClaim(part.Sequence, some));
            excess -= some;
        }

        return new PlanChange([.. lapsed.Order()], added, claimed, Money.Max(Money.Zero, excess));
    }
}
