using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Data.Cases;

/// <summary>A person a firm names in an application, such as a new hire.</summary>
public sealed class CasePerson
{
    public const int NoteAtMost = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public int Sequence { get; init; }

    public required string Name { get; set; }

    public required SealedText ResidentId { get; set; }

    /// <summary>The person's own facts by name in canonical text, as JSON: what the case is decided by.</summary>
    public required string FactsJson { get; set; }

    /// <summary>What the applicant said, where staff verified otherwise; null where the facts are as they were said.</summary>
    public string? SaidFactsJson { get; set; }

    /// <summary>The day on which this person's contract, or training, began; null where the measure does not ask.</summary>
    public DateOnly? StartedOn { get; set; }

    /// <summary>The first month claimed for this person, such as 2020-09, where it is asked beside the facts.</summary>
    public string? FirstMonth { get; set; }

    /// <summary>Whether the case is paid for this person: by the rule, and by what staff found.</summary>
    public bool IsEligible { get; set; }

    /// <summary>Why not, when not eligible.</summary>
    public string? Reason { get; set; }

    public PersonFinding Finding { get; set; }

    /// <summary>The reason of a finding, or what the applicant is asked to put right.</summary>
    public string? FindingNote { get; set; }

    /// <summary>Who examined this person; null while nobody has, or where the applicant acted.</summary>
    public Guid? FoundById { get; set; }
}

/// <summary>What a case lays claim to, so that the same month, post or person is never paid twice (R12).</summary>
/// <remarks>
/// What is held is kept unique by the database. Withdrawn and refused cases give their claims up, and a query sees
/// only what is held; an appeal alone looks for what was given up, to take it up again.
/// </remarks>
public sealed class BenefitClaim
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required string MeasureCode { get; init; }

    /// <summary>Who benefits: the blind index of a resident ID, or a credit code.</summary>
    public required string Subject { get; init; }

    /// <summary>For when: a month (2020-11), a claim year (2020), or <c>once</c>.</summary>
    public required string Period { get; init; }

    /// <summary>The day it was given up; null while it is held.</summary>
    public DateOnly? GivenUpOn { get; set; }
}

/// <summary>An instalment of the payment plan; <see cref="Casework.Ledger.CaseLedger"/> alone changes where it stands.</summary>
public sealed class PaymentInstalment : IVersioned
{
    public const int RefusalAtMost = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public int Sequence { get; init; }

    public required string Trigger { get; init; }

    public Money Amount { get; init; }

    public InstalmentState State { get; set; }

    /// <summary>How much of it was kept back for what the payee has to pay back; only the rest goes to the bank.</summary>
    public Money SetOff { get; set; }

    /// <summary>How much of what was paid is to be paid back, or was; nothing of a claim that was waived.</summary>
    public Money Claimed { get; set; }

    /// <summary>Why the bank did not pay it the last time, in its words; null once it is paid.</summary>
    public string? Refusal { get; set; }

    /// <summary>Why somebody of the staff keeps it out of every batch (暂缓); null where nobody does.</summary>
    public string? HeldReason { get; private set; }

    public Guid? HeldById { get; private set; }

    public string? HeldByName { get; private set; }

    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>The line it was taken out of, see <see cref="Domain.Batches.BatchNumber.LineOf"/>: where it is released.</summary>
    public string? HeldLine { get; private set; }

    /// <summary>Null until its trigger has happened, where the text sets no date.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The day on which came to pass what it waited for, or on which it will: the start of a training. Null for what waits for nothing.</summary>
    public DateOnly? HappenedOn { get; set; }

    public DateOnly? PaidOn { get; set; }

    public Guid? PaidById { get; set; }

    /// <summary>The bank's or treasury's number of the payment.</summary>
    public string? Reference { get; set; }

    public Guid Version { get; set; }

    /// <summary>As the order of milestones sees it.</summary>
    public MilestoneStep Step => new(Sequence, Trigger, State, HappenedOn);

    /// <summary>Keeps it out of every batch until it is released; it stays due.</summary>
    public void Hold(string why, Guid by, string byName, DateTimeOffset at, string line) =>
        (HeldReason, HeldById, HeldByName, HeldAt, HeldLine) = (why, by, byName, at, line);

    public void Release() => (HeldReason, HeldById, HeldByName, HeldAt, HeldLine) = (null, null, null, null, null);
}

internal sealed class CasePartsConfiguration :
    IEntityTypeConfiguration<CasePerson>, IEntityTypeConfiguration<BenefitClaim>, IEntityTypeConfiguration<PaymentInstalment>
{
    public void Configure(EntityTypeBuilder<CasePerson> person)
    {
        person.ToTable("CasePeople");
        person.Property(p => p.Name).HasMaxLength(60);
        person.Property(p => p.FirstMonth).HasMaxLength(7);
        person.Property(p => p.Reason).HasMaxLength(1000);
        person.Property(p => p.FindingNote).HasMaxLength(CasePerson.NoteAtMost);
        person.OwnsOne(p => p.ResidentId, id => id.IsSealed());
        person.Navigation(p => p.ResidentId).IsRequired();
        person.HasOne<Case>().WithMany(c => c.People).HasForeignKey(p => p.CaseId);
        person.HasIndex(p => new { p.CaseId, p.Sequence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BenefitClaim> claim)
    {
        claim.Property(c => c.MeasureCode).HasMaxLength(64);
        claim.Property(c => c.Subject).HasMaxLength(64);
        claim.Property(c => c.Period).HasMaxLength(20);
        claim.HasOne<Case>().WithMany(c => c.Claims).HasForeignKey(c => c.CaseId);
        claim.HasIndex(c => new { c.MeasureCode, c.Subject, c.Period }).IsUnique().HasFilter($"[{nameof(BenefitClaim.GivenUpOn)}] IS NULL");
        claim.HasQueryFilter(c => c.GivenUpOn == null);
    }

    public void Configure(EntityTypeBuilder<PaymentInstalment> instalment)
    {
        instalment.Ignore(i => i.Step);
        instalment.Property(p => p.HeldReason).HasMaxLength(200);
        instalment.Property(p => p.HeldByName).HasMaxLength(100);
        instalment.Property(p => p.HeldLine).HasMaxLength(Domain.Batches.BatchNumber.IdAtMost);
        instalment.Property(i => i.Trigger).HasMaxLength(40);
        instalment.Property(i => i.Reference).HasMaxLength(64);
        instalment.Property(i => i.Refusal).HasMaxLength(PaymentInstalment.RefusalAtMost);
        instalment.HasIndex(i => new { i.State, i.DueOn });
        instalment.HasOne<Case>().WithMany(c => c.Instalments).HasForeignKey(i => i.CaseId);
        instalment.HasIndex(i => new { i.CaseId, i.Sequence }).IsUnique();
    }
}
