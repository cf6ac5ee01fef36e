using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Accounts;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Data.Cases;

public enum CaseOrigin
{
    Application,
    Screening,
}

/// <summary>An application or an automatic grant, from submission to the last payment.</summary>
public sealed class Case : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The number people quote, see <see cref="CaseNumber"/>.</summary>
    public required string No { get; init; }

    public required string MeasureCode { get; init; }

    public CaseOrigin Origin { get; init; }

    /// <summary>Who applied; null for an automatic grant.</summary>
    public Guid? ApplicantId { get; init; }

    public PortalUser? Applicant { get; init; }

    /// <summary>The firm it is for; null for a person's own case.</summary>
    public Guid? FirmId { get; init; }

    public Firm? Firm { get; init; }

    /// <summary>The person's or firm's name when it was submitted; masked once the case is locked.</summary>
    public required string ApplicantName { get; set; }

    public required string RegionCode { get; init; }

    public CaseState State { get; set; }

    /// <summary>The stored facts by name in canonical text, as JSON.</summary>
    public required string FactsJson { get; set; }

    /// <summary>What the applicant said, where staff verified otherwise; null where the facts are as they were said.</summary>
    public string? SaidFactsJson { get; set; }

    /// <summary>The assessment shown when it was submitted or last corrected, or proposed for approval, as JSON.</summary>
    public required string AssessmentJson { get; set; }

    /// <summary>The day by which rules and values were taken.</summary>
    public DateOnly AsOf { get; set; }

    public Money? Entitlement { get; set; }

    public DateTimeOffset SubmittedAt { get; init; }

    public DateOnly SubmittedOn { get; init; }

    /// <summary>The promised date (承诺时限); null while an automatic refund waits for its account.</summary>
    public DateOnly? PromisedOn { get; set; }

    public DateOnly? CorrectionAskedOn { get; set; }

    /// <summary>By when the applicant is to answer; null while nothing is asked.</summary>
    public DateOnly? CorrectionDueOn { get; set; }

    public string? CorrectionNote { get; set; }

    public Guid? CaseworkerId { get; set; }

    public Guid? ProposedById { get; set; }

    public Guid? DecidedById { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string? AccountHolder { get; set; }

    public string? Bank { get; set; }

    /// <summary>联行号 of a corporate account, 12 digits; null where it was not given.</summary>
    public string? BankCode { get; set; }

    public SealedText? Account { get; set; }

    /// <summary>The day on which the right began, such as that of a registration; null where the measure does not ask, or asks it of each person.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>The draft it was submitted from: a second press finds the first one's case.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>Which of the draft's cases it is, from 0; null where no draft was.</summary>
    public int? DraftPart { get; init; }

    public Guid? RunId { get; init; }

    public int? RowNumber { get; init; }

    /// <summary>Set when the applicant closed the account: until then the record is kept, masked, and opened to auditors only.</summary>
    public DateOnly? LockedUntil { get; set; }

    /// <summary>The name behind the mask of a locked case, sealed for <see cref="SealPurpose.Name"/>.</summary>
    public string? LockedName { get; set; }

    /// <summary>The day on which what identifies the applicant was erased, after <see cref="LockedUntil"/>.</summary>
    public DateOnly? ErasedOn { get; set; }

    /// <summary>Set when a refusal was appealed against; whoever may act on the case depends on it.</summary>
    public CaseAppeal? Appeal { get; set; }

    public List<CaseEvent> Events { get; } = [];

    public List<CasePerson> People { get; } = [];

    public List<PaymentInstalment> Instalments { get; } = [];

    public List<BenefitClaim> Claims { get; } = [];

    public List<Attachment> Attachments { get; } = [];

    public List<CaseDecision> Decisions { get; } = [];

    public Guid Version { get; set; }
}

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> record)
    {
        record.Property(c => c.No).HasMaxLength(17);
        record.HasIndex(c => c.No).IsUnique();
        record.Property(c => c.MeasureCode).HasMaxLength(64);
        record.Property(c => c.ApplicantName).HasMaxLength(200);
        record.Property(c => c.RegionCode).HasMaxLength(6);
        record.Property(c => c.CorrectionNote).HasMaxLength(4000);
        record.Property(c => c.AccountHolder).HasMaxLength(200);
        record.Property(c => c.Bank).HasMaxLength(100);
        record.Property(c => c.BankCode).HasMaxLength(Domain.Values.BankCode.Length);
        record.Property(c => c.LockedName).HasMaxLength(SealedText.CipherLength);
        record.OwnsOne(c => c.Account, account => account.IsSealed());
        record.HasOne(c => c.Applicant).WithMany().HasForeignKey(c => c.ApplicantId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne(c => c.Firm).WithMany().HasForeignKey(c => c.FirmId).OnDelete(DeleteBehavior.Restrict);
        record.HasIndex(c => new { c.DraftId, c.DraftPart }).IsUnique();
        record.HasIndex(c => new { c.RunId, c.RowNumber }).IsUnique();
        record.HasIndex(c => new { c.State, c.PromisedOn });
    }
}
