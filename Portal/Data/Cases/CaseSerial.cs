using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Cases;

/// <summary>How many case numbers a day has given out.</summary>
public sealed class CaseSerial
{
    public DateOnly Day { get; init; }

    public int Last { get; set; }
}

internal sealed class CaseSerialConfiguration : IEntityTypeConfiguration<CaseSerial>
{
    public void Configure(EntityTypeBuilder<CaseSerial> serial) => serial.HasKey(s => s.Day);
}
