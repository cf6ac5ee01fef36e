using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Work;

namespace Portal.Data.Schedule;

/// <summary>How far a daily task has got; changed by whoever holds its <see cref="Lease"/>.</summary>
public sealed class TaskDay
{
    /// <summary>What the names of the leases of all tasks begin with.</summary>
    public const string LeasePrefix = "task:";

    public required string Name { get; init; }

    /// <summary>The last business day it was done for; whatever lies between is made up for with the next.</summary>
    public DateOnly DoneOn { get; init; }

    public static string LeaseOf(string name) => LeasePrefix + name;
}

internal sealed class TaskDayConfiguration : IEntityTypeConfiguration<TaskDay>
{
    public void Configure(EntityTypeBuilder<TaskDay> task)
    {
        task.ToTable("TaskDays");
        task.HasKey(t => t.Name);
        task.Property(t => t.Name).HasMaxLength(60);
    }
}
