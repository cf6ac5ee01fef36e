namespace Portal.Domain.Rules;

/// <summary>What people write in lists for a choice besides its label, where it can mean nothing else.</summary>
internal static class OtherWords
{
    private static readonly Dictionary<string, string[]> ByCode = new(StringComparer.Ordinal)
    {
        ["true"] = ["√", "✓", "✔", "有", "对", "已", "已缴", "已缴纳", "已签", "已签订", "Y", "y", "YES", "Yes", "yes"],
        ["false"] = ["×", "✗", "✘", "无", "没有", "不是", "未", "未缴", "未缴纳", "未签", "未签订", "N", "n", "NO", "No", "no"],
        ["graduate"] = ["毕业生", "大学毕业生", "应届毕业生", "应届生", "应届高校毕业生", "高校应届毕业生", "离校2年内高校毕业生", "离校两年内高校毕业生", "离校未就业高校毕业生"],
        ["registered-unemployed"] = ["登记失业", "失业人员", "失业登记人员", "登记失业半年以上人员"],
        ["hardship"] = ["就业困难", "困难人员", "就业困难群体"],
        ["zero-employment-family"] = ["零就业家庭", "零就业家庭人员"],
        ["employee"] = ["职工", "在岗职工", "企业职工", "员工"],
        ["young-employee"] = ["青年职工", "在职职工"],
        ["other"] = ["其他", "其它", "其它人员"],
    };

    public static IReadOnlyList<string> Of(string code) => ByCode.TryGetValue(code, out var words) ? words : [];
}
