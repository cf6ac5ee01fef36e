using Portal.Access;
using Portal.Casework.RuleChanges;
using Portal.Components.RuleChanges;
using Portal.Domain.Calendar;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Administration.Parameters;

/// <summary>Reads a form that sets or stops a value; what cannot be read is told field by field.</summary>
internal sealed class ValueCheck
{
    public const int LongestSource = 400;
    public const int LongestNote = 1000;
    private readonly ValueForm _typed;
    private readonly Parameter _parameter;

    /// <param name="book">As it stands, to tell whether there is anything to stop.</param>
    public ValueCheck(ValueForm typed, Parameter parameter, Actor actor, RegionDirectory regions, ParameterBook book)
    {
        (_typed, _parameter) = (typed, parameter);
        var place = ReadPlace(actor, regions);
        var value = typed.Kind == ValueForm.Stop ? null : ReadValue();
        var (from, to) = ReadPeriod();
        var source = ReadSource();
        if (RuleChangeTexts.Statuses.All(known => known.Value != typed.Status)) Errors.Add(new FormError("status", "请选择来源的可靠程度。"));
        var note = PlainText.Trim(typed.Note);
        if (note.Length > LongestNote) Errors.Add(new FormError("note", $"说明最多 {LongestNote} 个字，现在是 {note.Length} 个字，请精简一些。"));
        Note = note.Length == 0 ? null : note;
        Entry = new BookEntry(parameter.Key, place, from, to, value, typed.Status ?? "", source);
        if (Errors.Count == 0 && value is null) CheckStop(book);
    }

    public List<FormError> Errors { get; } = [];

    /// <summary>Only of use without errors.</summary>
    public BookEntry Entry { get; }

    public string? Note { get; }

    private string ReadPlace(Actor actor, RegionDirectory regions)
    {
        var place = _typed.Place ?? "";
        if (!regions.Contains(place)) Errors.Add(new FormError("place", "请选择执行地区。"));
        else if (!RuleRights.MayPropose(actor, place)) Errors.Add(new FormError("place", "只能修改您负责地区的标准，请重新选择地区。"));
        return place;
    }

    private (DateOnly From, DateOnly? To) ReadPeriod()
    {
        var from = Day(_typed.From);
        if (from is null) Errors.Add(new FormError("from", "请填写从哪天开始执行，例如 2020-11-01。"));
        if (string.IsNullOrWhiteSpace(_typed.To)) return (from ?? default, null);
        var to = Day(_typed.To);
        if (to is null) Errors.Add(new FormError("to", "结束日期看不懂，请写成 2020-12-31 这样；没有结束日期就空着。"));
        else if (to < from) Errors.Add(new FormError("to", "结束日期不能早于开始日期，请核对。"));
        return (from ?? default, to);
    }

    private string? ReadValue()
    {
        if (!TypedValue.TryRead(_parameter, _typed.Value, out var value))
            Errors.Add(new FormError("value", $"{(string.IsNullOrWhiteSpace(_typed.Value) ? "请填写新标准" : "新标准看不懂")}：{TypedValue.HowTo(_parameter)}。"));
        else if (_parameter.Doubt(value) is { } doubt) Errors.Add(new FormError("value", $"“{_parameter.Show(value)}”{doubt}。"));
        else return _parameter.Write(value);
        return null;
    }

    private string ReadSource()
    {
        var source = PlainText.Trim(_typed.Source);
        // The public sees it beside the value, so it must be words and not a mark.
        if (source.Length < 4 || source.Any(char.IsControl) || !source.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
            Errors.Add(new FormError("source", "请写明来源文件的名称或文号，例如 大人社发〔2020〕9号。"));
        else if (source.Length > LongestSource) Errors.Add(new FormError("source", $"来源最多 {LongestSource} 个字，请精简一些。"));
        return source;
    }

    private void CheckStop(ParameterBook book)
    {
        if (PlainText.Trim(_typed.Value).Length > 0)
            Errors.Add(new FormError("value", "选了停止执行，又填了标准。要停止就把标准清空，要改标准就选“设定标准”。"));
        else if (Entry.Region == RegionDirectory.Province && SharedParameters.Standing.Contains(_parameter))
            Errors.Add(new FormError("kind", "这是对全省的承诺，可以改，不能停止执行。"));
        else if (!book.Rows.Any(row => row.Key == Entry.Key && row.Region == Entry.Region && !row.HoldsNever && !(row.To < Entry.From) && !(Entry.To < row.From)))
            Errors.Add(new FormError("kind", "这个地区在这段时间没有单独的标准，不用停止。请核对地区和日期。"));
    }

    // Years far off are slips of the hand: 0202, 20201.
    private static DateOnly? Day(string? typed) => DayListText.ReadDay(typed) is { Year: >= 2000 and <= 2100 } day ? day : null;
}
