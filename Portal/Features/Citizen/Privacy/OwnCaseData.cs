using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Components.Cases;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Places;

namespace Portal.Features.Citizen.Privacy;

/// <summary>A person's own cases in full; of the cases submitted for a firm only that they were.</summary>
internal sealed class OwnCaseData(MeasureCatalog catalog, RegionDirectory places, FieldVault vault)
{
    public async Task<object> ReadAsync(PortalDbContext db, Actor actor, CancellationToken cancellation) =>
        (await db.Cases.AsNoTracking().AsSplitQuery()
            .Include(c => c.Events.OrderBy(e => e.Id)).Include(c => c.Instalments.OrderBy(part => part.Sequence)).Include(c => c.Attachments)
            .Where(c => c.ApplicantId == actor.UserId && c.FirmId == null).OrderBy(c => c.No).ToListAsync(cancellation)).Select(Write);

    public async Task<object> ReadForFirmsAsync(PortalDbContext db, Actor actor, CancellationToken cancellation) =>
        (await db.Cases.AsNoTracking().Where(c => c.ApplicantId == actor.UserId && c.FirmId != null).OrderBy(c => c.No)
            .Select(c => new { c.No, c.MeasureCode, c.ApplicantName, c.SubmittedAt }).ToListAsync(cancellation))
        .Select(record => new Dictionary<string, object?>
        {
            ["编号"] = record.No,
            ["政策"] = catalog.NameOf(record.MeasureCode),
            ["企业"] = record.ApplicantName,
            ["提交时间"] = record.SubmittedAt.ToChinese(),
        });

    private Dictionary<string, object?> Write(Case record) => new()
    {
        ["编号"] = record.No,
        ["政策"] = catalog.NameOf(record.MeasureCode),
        ["地区"] = places.FullName(record.RegionCode),
        ["状态"] = CaseTransitions.ToChinese(record.State),
        ["提交时间"] = record.SubmittedAt.ToChinese(),
        ["承诺日期"] = record.PromisedOn?.ToChinese(),
        [AmountTexts.LabelOf(record)] = record.Entitlement?.ToChinese(),
        ["收款户名"] = record.AccountHolder,
        ["开户银行"] = record.Bank,
        ["联行号"] = record.BankCode,
        ["收款账号"] = record.Account is { } account ? vault.Open(SealPurpose.BankAccount, account) : null,
        ["填报的情况"] = Facts(record),
        ["补正要求"] = record.CorrectionNote,
        ["经过"] = record.Events.Select(step => new Dictionary<string, object?> { ["时间"] = step.At.ToChinese(), ["谁"] = step.ActorName, ["做了什么"] = HistoryTexts.ToApplicant(step.What), ["说明"] = step.Why }),
        ["拨付"] = record.Instalments.Select(part => new Dictionary<string, object?> { ["金额"] = part.Amount.ToChinese(), ["应拨"] = part.DueOn?.ToChinese(), ["已拨"] = part.PaidOn?.ToChinese(), ["凭证号"] = part.Reference }),
        ["材料"] = record.Attachments.Select(file => new Dictionary<string, object?> { ["种类"] = file.Material, ["文件名"] = file.FileName, ["上传时间"] = file.UploadedAt.ToChinese() }),
    };

    private Dictionary<string, string?> Facts(Case record)
    {
        if (catalog.Find(record.MeasureCode) is not { } measure) return [];
        var facts = CaseJson.ReadFacts(measure.Facts, record.FactsJson);
        return facts.Known.ToDictionary(fact => fact.Label, facts.Show);
    }
}
