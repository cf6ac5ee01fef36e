using System.Globalization;
using Portal.Domain.Calendar;
using Portal.Domain.Values;
using Portal.Features.Administration.Parameters;
using Portal.Forms;

namespace Portal.Features.Administration.Calendar;

/// <summary>Reads a year's form; every line that cannot be read is named.</summary>
internal sealed class YearCheck
{
    private const int MostFaults = 8;

    /// <param name="calendar">As it stands, to tell whether anything is changed.</param>
    public YearCheck(YearForm typed, WorkingDayCalendar calendar)
    {
        if (!int.TryParse(PlainText.Compact(typed.Year), CultureInfo.InvariantCulture, out var number) || number is < 2000 or > 2100)
        {
            Errors.Add(new FormError("year", "请填写四位数的年份，例如 2027。"));
            number = 0;
        }

        var (off, on) = (DayListText.Read(typed.Holidays, number), DayListText.Read(typed.Workdays, number));
        Year = new CalendarYear(number, [.. off.Days.Order()], [.. on.Days.Order()]);
        if (number > 0)
        {
            AddErrors("holidays", off.Faults.Count > 0 ? off.Faults : CalendarYearCheck.FaultsOfHolidays(Year));
            AddErrors("workdays", on.Faults.Count > 0 ? on.Faults : CalendarYearCheck.FaultsOfWorkdays(Year));
        }

        Source = PlainText.Trim(typed.Source);
        if (Source.Length is < 4 or > ValueCheck.LongestSource || !Source.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
            Errors.Add(new FormError("source", "请写明来源文件的名称或文号，例如 国办发明电〔2020〕24号。"));
        var note = PlainText.Trim(typed.Note);
        if (note.Length > ValueCheck.LongestNote) Errors.Add(new FormError("note", $"说明最多 {ValueCheck.LongestNote} 个字，现在是 {note.Length} 个字，请精简一些。"));
        Note = note.Length == 0 ? null : note;
        if (Errors.Count == 0 && calendar.Find(number) is { } known && known.Holidays.Order().SequenceEqual(Year.Holidays) && known.Workdays.Order().SequenceEqual(Year.Workdays))
            Errors.Add(new FormError("holidays", $"和现在的 {number} 年安排一样，没有要改的。"));
    }

    public List<FormError> Errors { get; } = [];

    /// <summary>Only of use without errors.</summary>
    public CalendarYear Year { get; }

    public string Source { get; }

    public string? Note { get; }

    private void AddErrors(string field, IEnumerable<string> faults)
    {
        var told = faults.ToArray();
        if (told.Length > MostFaults) told = [.. told[..MostFaults], $"另外还有 {told.Length - MostFaults} 处，请一并核对。"];
        if (told.Length > 0) Errors.Add(new FormError(field, string.Join("", told)));
    }
}
