using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Protection;

/// <summary>By what the database knows the key its fields are sealed with, without holding it.</summary>
public sealed class FieldKeyCheck
{
    public int Id { get; init; } = 1;

    public required string Value { get; init; }

    /// <summary>A portal with another key would find nobody by their number, and seal new fields so that the old key cannot open them.</summary>
    /// <exception cref="StartRefusedException">The fields of this database are sealed with another key.</exception>
    public static async Task VerifyAsync(PortalDbContext db, FieldVault vault, CancellationToken cancellation)
    {
        var value = vault.Index(SealPurpose.KeyCheck, "portal");
        if (await db.FieldKeyChecks.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } known)
        {
            db.Add(known = new FieldKeyCheck { Value = value });
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException exception) when (exception.IsDuplicate())
            {
                db.ChangeTracker.Clear();
                known = await db.FieldKeyChecks.AsNoTracking().SingleAsync(cancellation);
            }
        }

        if (known.Value != value)
            throw new StartRefusedException("The field key is not the one this database was sealed with. Put back the field.key file beside the database, or set Protection:FieldKey to the former key.");
    }
}

internal sealed class FieldKeyCheckConfiguration : IEntityTypeConfiguration<FieldKeyCheck>
{
    public void Configure(EntityTypeBuilder<FieldKeyCheck> check)
    {
        check.Property(c => c.Id).ValueGeneratedNever();
        check.Property(c => c.Value).HasMaxLength(64);
    }
}
