using System.Globalization;

namespace Portal.Components.Rules;

/// <summary>Dates as the pages write them.</summary>
public static class DateTexts
{
    public static string ToChinese(this DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public static string ToChinese(this DateTimeOffset moment) => moment.ToOffset(Casework.Time.BusinessClock.ChinaStandardTime).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
