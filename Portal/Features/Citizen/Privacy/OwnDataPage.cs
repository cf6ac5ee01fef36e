using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Portal.Features.Citizen.Privacy;

/// <summary>A person's own data as a page to read at home: a table a topic, no script, nothing fetched from anywhere.</summary>
internal static class OwnDataPage
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="data">Topic by topic, as the file for programs holds it.</param>
    /// <param name="papers">Paths of the papers beside the page.</param>
    public static string Write(JsonObject data, IReadOnlyList<string> papers)
    {
        var page = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>我的数据</title>
            <style>body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.75 sans-serif;color:#16272b}table{width:100%;border-collapse:collapse;margin:0 0 1rem}th,td{padding:.4rem .6rem;border:1px solid #cddad9;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eaf1f0;font-weight:600}tbody th{width:30%}</style>
            </head><body><h1>我的数据</h1>
            <p>这是“辽宁就业创业支持”保存的您的全部信息，按内容分成几张表。里面有完整的身份证号码、手机号和银行账号，请收好，不要发给别人。</p>
            """);
        foreach (var (topic, value) in data)
        {
            page.Append("<h2>").Append(Html.Encode(topic)).Append("</h2>");
            Append(page, value);
        }

        page.Append("<h2>材料</h2>");
        if (papers.Count == 0) page.Append("<p>没有。</p>");
        else page.Append("<ul>").AppendJoin("", papers.Select(path => $"<li><a href=\"{Html.Encode(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)))}\">{Html.Encode(path.Split('/')[^1])}</a></li>")).Append("</ul>");
        return page.Append("</body></html>").ToString();
    }

    private static void Append(StringBuilder page, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } one:
                Rows(page, one);
                break;
            case JsonArray { Count: > 0 } list when list.All(item => item is JsonObject row && row.All(cell => cell.Value is null or JsonValue)):
                Columns(page, [.. list.OfType<JsonObject>()]);
                break;
            case JsonArray { Count: > 0 } list:
                foreach (var item in list) Append(page, item);
                break;
            case JsonValue text:
                page.Append("<p>").Append(Text(text)).Append("</p>");
                break;
            default:
                page.Append("<p>没有。</p>");
                break;
        }
    }

    private static void Rows(StringBuilder page, JsonObject one)
    {
        page.Append("<table><tbody>");
        foreach (var (name, value) in one)
        {
            page.Append("<tr><th scope=\"row\">").Append(Html.Encode(name)).Append("</th><td>");
            if (value is null or JsonValue) page.Append(Text(value));
            else Append(page, value);
            page.Append("</td></tr>");
        }

        page.Append("</tbody></table>");
    }

    private static void Columns(StringBuilder page, JsonObject[] rows)
    {
        var names = rows.SelectMany(row => row.Select(cell => cell.Key)).Distinct().ToArray();
        page.Append("<table><thead><tr>").AppendJoin("", names.Select(name => $"<th scope=\"col\">{Html.Encode(name)}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows) page.Append("<tr>").AppendJoin("", names.Select(name => $"<td>{Text(row[name])}</td>")).Append("</tr>");
        page.Append("</tbody></table>");
    }

    private static string Text(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "",
        System.Text.Json.JsonValueKind.True => "是",
        System.Text.Json.JsonValueKind.False => "否",
        _ => Html.Encode(value.ToString()),
    };
}
