using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Schedule;

/// <summary>How far a daily task has got, and whose turn it is now.</summary>
/// <remarks>Changed by conditional updates alone: of two processes one finds the row as it expected it.</remarks>
public sealed class TaskDay
{
    public required string Name { get; init; }

    /// <summary>The last business day it was done for; whatever lies between is made up for with the next.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Whose turn it is; null while nobody is at it.</summary>
    public Guid? TakenBy { get; init; }

    /// <summary>By the machine's clock, not the business clock: whoever was killed blocks the task no longer than this.</summary>
    public DateTimeOffset? TakenUntil { get; init; }
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
