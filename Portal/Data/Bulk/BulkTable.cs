using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Data.Bulk;

/// <summary>A table as the model has it: its columns, and how a record fills them.</summary>
internal sealed class BulkTable<T>
    where T : class
{
    private BulkTable(string name, Column[] columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    public static BulkTable<T> Of(PortalDbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return new BulkTable<T>(table.Name, [.. entity.GetProperties().Select(property => new Column(property, table))]);
    }

    public sealed class Column(IProperty property, StoreObjectIdentifier table)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly ValueConverter? _converter = property.GetTypeMapping().Converter;

        public string Name { get; } = property.GetColumnName(table)!;

        public Type StoredType { get; } = Nullable.GetUnderlyingType(property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType)
            ?? property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;

        public object ValueOf(T record)
        {
            var value = _getter.GetClrValue(record);
            return (value is null || _converter is null ? value : _converter.ConvertToProvider(value)) ?? DBNull.Value;
        }
    }
}
