using System.Globalization;

namespace Portal.Domain.Notice;

/// <summary>What a service guide (办事指南) holds that no rule knows and an office has to tell.</summary>
public enum GuideElement
{
    ImplementationCode,
    Office,
    OfficeAddress,
    OfficeHours,
    StatutoryTerm,
    Visits,
    Enquiries,
    Complaints,
}

/// <summary>An element as forms and guides call it, and what may stand in it.</summary>
/// <param name="MaxLength">In characters.</param>
public sealed record GuideElementRule(GuideElement Element, string Label, string Hint, int MaxLength, bool NeedsNumber = false)
{
    public static readonly IReadOnlyList<GuideElementRule> All =
    [
        new(GuideElement.ImplementationCode, "实施编码", "政务服务事项目录里的实施编码，字母和数字。", 60),
        new(GuideElement.Office, "受理机构", "受理这件事的单位全称。", 100),
        new(GuideElement.OfficeAddress, "办理地点", "窗口的详细地址。", 200),
        new(GuideElement.OfficeHours, "办公时间", "例如：工作日 8:30 至 11:30，13:00 至 16:30。", 100),
        new(GuideElement.StatutoryTerm, "法定时限", "法律法规规定的办理期限；没有规定的写明没有规定。", 60),
        new(GuideElement.Visits, "到办事现场次数", "申请人最多要跑几趟。", 60),
        new(GuideElement.Enquiries, "咨询方式", "咨询电话，带区号。", 100, NeedsNumber: true),
        new(GuideElement.Complaints, "监督投诉方式", "监督投诉电话，带区号。", 100, NeedsNumber: true),
    ];

    public static GuideElementRule Of(GuideElement element) => All.First(rule => rule.Element == element);

    /// <returns>What to put right in a text, or null when it may stand; a blank text withdraws the element.</returns>
    public string? Fault(string text)
    {
        if (text.Length > MaxLength) return $"“{Label}”最多{MaxLength}个字，请写短一些。";
        // Guides are read aloud, printed and copied: marks of a page or of a terminal have no place in them.
        if (text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || c is '<' or '>')) return $"“{Label}”只能填写普通文字，请去掉尖括号和特殊符号。";
        if (Element == GuideElement.ImplementationCode && !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')) return $"“{Label}”只有字母、数字、点和横线，请核对。";
        if (NeedsNumber && text.Length > 0 && text.Count(char.IsDigit) < 5) return $"“{Label}”请填写电话号码，例如 024-00000000。";
        return null;
    }
}
