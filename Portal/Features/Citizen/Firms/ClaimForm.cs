using Portal.Domain.Places;
using Portal.Domain.Values;
using Portal.Forms;
using Portal.Uploads;

namespace Portal.Features.Citizen.Firms;

/// <summary>What somebody typed to claim a firm, as it was typed.</summary>
public sealed record ClaimForm
{
    public string? CreditCode { get; set; }

    public string? FirmName { get; set; }

    public string? Region { get; set; }

    public IFormFile? Letter { get; set; }
}

/// <summary>Reads a claim; what cannot be read is told field by field.</summary>
internal sealed record ClaimCheck(CreditCode CreditCode, string FirmName, string Region, List<FormError> Errors)
{
    private const int NameLength = 200;

    public static ClaimCheck Of(ClaimForm typed, RegionDirectory regions)
    {
        var errors = new List<FormError>();
        var fault = CreditCode.TryParse(typed.CreditCode?.ToUpperInvariant(), out var code);
        if (string.IsNullOrWhiteSpace(typed.CreditCode)) errors.Add(new FormError("credit-code", "请填写统一社会信用代码，营业执照上有。"));
        else if (fault != IdentifierFault.None) errors.Add(new FormError("credit-code", CreditCode.Explain(fault)));

        var name = PlainText.Trim(typed.FirmName);
        if (name.Length is < 2 or > NameLength || name.Any(char.IsControl))
            errors.Add(new FormError("firm-name", "请填写企业名称，与营业执照上一致，2至200个字。"));

        var region = typed.Region ?? "";
        if (regions.Find(region) is not { Level: not RegionLevel.Province }) errors.Add(new FormError("region", "请选择企业参保的市或县（区）。"));
        return new ClaimCheck(code, name, region, errors);
    }

    /// <returns>The bytes, or null with the fault told; a file that is too large is not read at all.</returns>
    public async Task<byte[]?> ReadLetterAsync(IFormFile? letter, int maxMb, CancellationToken cancellation)
    {
        if (letter is null)
        {
            Errors.Add(new FormError("letter", "请上传盖了公章的授权书，PDF、JPG 或 PNG 都可以。"));
            return null;
        }

        var name = FileCheck.CleanName(letter.FileName);
        if (letter.Length > maxMb * 1024L * 1024L)
        {
            Errors.Add(new FormError("letter", FileCheck.TooLarge(name, maxMb)));
            return null;
        }

        using var copy = new MemoryStream((int)letter.Length);
        await letter.CopyToAsync(copy, cancellation);
        var bytes = copy.ToArray();
        if (FileCheck.Refuse(name, bytes, maxMb) is not { } refusal) return bytes;
        Errors.Add(new FormError("letter", refusal));
        return null;
    }
}
