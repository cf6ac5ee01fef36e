using Portal.Domain.Calendar;
using Portal.Domain.Deadlines;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Casework.Rosters;

/// <summary>The day by which a roster is decided (评估日期).</summary>
public static class AsOfDate
{
    /// <returns>Null when the day can be used; else what is wrong with it, in Chinese.</returns>
    public static string? Refuse(string? text, Rulebook rules, out DateOnly day)
    {
        if (!IsoDate.TryParse(text?.Trim(), out day))
            return "评估日期应为有效日期，写成 2020-11-16 这样。";
        try
        {
            // Every amount carries a deadline in working days; better told now than in the middle of the file.
            rules.Calendar.AddWorkingDays(day, PaymentTerm.WorkingDays(rules, RegionDirectory.Province, day));
            return null;
        }
        catch (CalendarYearMissingException missing)
        {
            return $"评估日期或拨付期限落在 {missing.Year} 年，该年的节假日安排不在日历中，请换一个日期。";
        }
    }
}
