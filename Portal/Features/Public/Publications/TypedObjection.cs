using Portal.Domain.Values;
using Portal.Uploads;

namespace Portal.Features.Public.Publications;

/// <summary>An objection as somebody typed it, with the papers that came along.</summary>
internal sealed record TypedObjection(string? Name, string? Contact, string? Reason, IReadOnlyList<UploadedFile> Papers)
{
    /// <summary>The form is open to everybody, and a reviewer reads each of them.</summary>
    public const int MostPapers = 3;

    private const int LongestReason = 1000;

    /// <returns>What is wrong, by the input's name; null when nothing is.</returns>
    public ObjectionResult.Invalid? Check(int maxMb, out MobileNumber mobile)
    {
        var errors = new Dictionary<string, string>();
        if (PlainText.Trim(Name).Length is 0 or > 60) errors["name"] = "请填写您的姓名或单位名称，不超过60个字。";
        if (!MobileNumber.TryParse(Contact, out mobile)) errors["contact"] = MobileNumber.Explanation;
        if (PlainText.Trim(Reason).Length is 0 or > LongestReason) errors["reason"] = $"请说明异议的理由，不超过{LongestReason}个字。";
        if (Papers.Count > MostPapers) errors["papers"] = $"证明材料最多 {MostPapers} 个文件，请选最要紧的，或者合成一个 PDF。";
        else if (Papers.Select(paper => paper.Refuse(maxMb)).FirstOrDefault(refusal => refusal is not null) is { } refusal) errors["papers"] = refusal;
        return errors.Count > 0 ? new ObjectionResult.Invalid(errors) : null;
    }
}
