using Portal.Domain.Screening;
using Portal.Tables;

namespace Portal.Casework.Rosters;

/// <summary>Reads a roster, CSV or .xlsx, as a stream of rows; what kind it is follows from its bytes, not its name.</summary>
/// <remarks>Holds one row at a time, so that memory does not grow with the file.</remarks>
public sealed class RosterReader : IDisposable
{
    private readonly FileStream _file;
    private readonly ITable _table;
    private readonly RosterHeader _header;

    private RosterReader(FileStream file, ITable table, RosterHeader header) => (_file, _table, _header) = (file, table, header);

    /// <summary>How far into the file reading has come.</summary>
    public long BytesRead => _file.Position;

    /// <exception cref="TableUnreadableException">The file is no roster.</exception>
    /// <exception cref="IOException">The file is not there or may not be read.</exception>
    public static RosterReader Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        ITable? table = null;
        try
        {
            table = TableFile.Open(file);
            do
            {
                if (!table.Read()) throw new TableUnreadableException("文件里没有内容。请重新导出名册后再上传。");
            }
            while (TableFile.IsBlank(table));
            return new RosterReader(file, table, RosterHeader.Read(table));
        }
        catch
        {
            table?.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>The rows in file order, numbered from 1; blank lines are passed over and not counted.</summary>
    /// <param name="kept">Whether the columns are read that do not decide: names and accounts.</param>
    /// <exception cref="TableUnreadableException">While enumerating: the rest cannot be read.</exception>
    public IEnumerable<RosterRow> Rows(bool kept = true)
    {
        int code = At(RosterColumns.CreditCode), name = Kept(RosterColumns.Name), region = At(RosterColumns.Region), size = At(RosterColumns.Size),
            before = At(RosterColumns.InsuredYearBeforeLast), last = At(RosterColumns.InsuredLastYear), notLayoffs = At(RosterColumns.NotLayoffs),
            months = At(RosterColumns.MonthsPaid), premiums = At(RosterColumns.PremiumsPaid), dishonest = At(RosterColumns.Dishonest),
            zombie = At(RosterColumns.Zombie), holder = Kept(RosterColumns.AccountHolder), bank = Kept(RosterColumns.Bank), account = Kept(RosterColumns.Account);
        int Kept(string column) => kept ? At(column) : -1;
        for (var number = 0; _table.Read();)
        {
            if (TableFile.IsBlank(_table)) continue;
            yield return new RosterRow(++number, Cell(code), Cell(name), Cell(region), Cell(size), Cell(before), Cell(last), Cell(notLayoffs),
                Cell(months), Cell(premiums), Cell(dishonest), Cell(zombie), Cell(holder), Cell(bank), Cell(account));
        }
    }

    public void Dispose()
    {
        _table.Dispose();
        _file.Dispose();
    }

    private int At(string column) => _header.Of(column);

    private string Cell(int column) => column < 0 ? "" : _table.Cell(column);
}
