using Portal.Casework.Cases;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Components.Cases;

/// <summary>For when a case claims a benefit for one of its people, in words.</summary>
internal static class ClaimedPeriods
{
    /// <param name="record">With its claims; a withdrawn or refused case has none left.</param>
    public static string Of(Case record, CasePerson person)
    {
        var periods = record.Claims.Where(claim => claim.Subject == person.ResidentId.Index).Select(claim => claim.Period).Order(StringComparer.Ordinal).ToArray();
        return periods is [var first, .., var last] && Follow(periods)
            ? $"{ClaimPeriod.ToChinese(first)}至{ClaimPeriod.ToChinese(last)}，{periods.Length}个月"
            : string.Join("、", periods.Select(ClaimPeriod.ToChinese));
    }

    private static bool Follow(string[] periods) =>
        ClaimPeriod.TryParseMonth(periods[0], out var first) && ClaimPeriod.Months(first, periods.Length).SequenceEqual(periods);
}
