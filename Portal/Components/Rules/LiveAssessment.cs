using Portal.Domain.Calendar;
using Portal.Domain.Rules;

namespace Portal.Components.Rules;

/// <summary>An assessment made for a page or a submission, or why none can be made on this day.</summary>
public sealed record LiveAssessment(Assessment? Assessment, string? Fault)
{
    public static LiveAssessment Make(Func<Assessment> assess)
    {
        try
        {
            return new LiveAssessment(assess(), null);
        }
        catch (CalendarYearMissingException missing)
        {
            return new LiveAssessment(null, Explain(missing));
        }
    }

    public static string Explain(CalendarYearMissingException missing) =>
        $"{missing.Year}年的节假日安排还没有公布，暂时算不出办理期限。您填的内容不会丢，请等安排公布后再来。";
}
