using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Access;
using Portal.Data.Accounts;

namespace Portal.Data.Messages;

/// <summary>Something a person is told about a record of theirs; shown in the portal, and sent by what is in <see cref="Deliveries"/>.</summary>
public sealed class Message
{
    /// <summary>The <see cref="Record"/> of what staff are told about their work.</summary>
    public const string Desk = "desk";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; init; }

    /// <summary>The number of the case it is about, or <see cref="Desk"/>.</summary>
    public required string Record { get; init; }

    /// <summary>Where in the portal it leads.</summary>
    public string Path => Record == Desk ? "/desk" : $"/cases/{Record}";

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    public List<Delivery> Deliveries { get; } = [];
}

public enum Channel
{
    Email,
    Sms,
}

/// <summary>A message on its way out. Written with the step it tells of, so that none is lost; leased while sent, so that none is doubled.</summary>
/// <remarks>It holds no address: that is looked up when it is sent, and a person may have changed or taken it back.</remarks>
public sealed class Delivery : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MessageId { get; init; }

    public Message Message { get; init; } = null!;

    public Channel Channel { get; init; }

    /// <summary>Not before then; moved on by a lease while it is being sent, and after a failure.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Sent, or given up; see <see cref="IsSent"/>.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public bool IsSent { get; set; }

    public Guid Version { get; set; }
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.Property(m => m.Record).HasMaxLength(64);
        message.Ignore(m => m.Path);
        message.Property(m => m.Subject).HasMaxLength(200);
        message.Property(m => m.Body).HasMaxLength(1500);
        message.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
        message.HasIndex(m => new { m.UserId, m.ReadAt });
    }

    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.HasOne(d => d.Message).WithMany(m => m.Deliveries).HasForeignKey(d => d.MessageId);
        delivery.HasIndex(d => new { d.MessageId, d.Channel }).IsUnique();
        delivery.HasIndex(d => new { d.ClosedAt, d.DueAt });
    }
}
