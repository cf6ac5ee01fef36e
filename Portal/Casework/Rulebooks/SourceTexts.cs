using System.Text.RegularExpressions;
using Portal.Domain.Parameters;

namespace Portal.Casework.Rulebooks;

/// <summary>Where a value comes from, in words for everybody: the source notes that ship are English notes for the book's keepers.</summary>
public static partial class SourceTexts
{
    public static string Of(ParameterRow row) => Of(row.Source, row.Status);

    /// <param name="status">The row's status letter.</param>
    public static string Of(string source, string status)
    {
        if (source.Length > 0 && !char.IsAsciiLetter(source[0]) && Han().IsMatch(source)) return $"{source}（{ReadingOf(status)}）";
        var documents = string.Join("、", Document().Matches(source).Select(match => match.Value));
        if (documents.Length == 0 && Clause().Match(source) is { Success: true } clause) documents = $"辽政办发〔2020〕25号第{clause.Groups[1].Value}条";
        return documents.Length == 0 ? ReadingOf(status) : $"{documents}（{ReadingOf(status)}）";
    }

    /// <summary>How well a value is sourced, by its status letter.</summary>
    public static string ReadingOf(string status) => status switch
    {
        "T" => "通知原文",
        "C" => "官方公开信息",
        "S" => "媒体报道或转载的文件",
        "D" => "由已公开的规定推算",
        _ => "还没有核实，以当地规定为准",
    };

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+〔\d{4}〕\d+号")]
    private static partial Regex Document();

    [GeneratedRegex(@"^notice ([一二三四五六七八九十]+)")]
    private static partial Regex Clause();
}
