using Portal.Domain.Screening;
using Portal.Tables;

namespace Portal.Casework.Rosters;

/// <summary>Reads a roster, CSV or .xlsx, as a stream of rows; what kind it is follows from its bytes, not its name.</summary>
/// <remarks>Holds one row at a time, so that memory does not grow with the file.</remarks>
public sealed class RosterReader : IDisposable
{
    private readonly FileStream _file;
    private readonly HeadedTable _table;

    private RosterReader(FileStream file, HeadedTable table) => (_file, _table) = (file, table);

    /// <summary>How far into the file reading has come.</summary>
    public long BytesRead => _file.Position;

    /// <summary>What is to be told of how the roster was read: hidden rows, totals; complete once the rows have been read.</summary>
    public string Told => _table.Told;

    /// <exception cref="TableUnreadableException">The file is no roster.</exception>
    /// <exception cref="IOException">The file is not there or may not be read.</exception>
    public static RosterReader Open(string path, CancellationToken cancellation = default)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        ITable? table = null;
        try
        {
            table = TableFile.Open(file, TableLimits.Roster, cancellation);
            return new RosterReader(file, RosterHeader.Open(table, cancellation));
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
            zombie = At(RosterColumns.Zombie), holder = Kept(RosterColumns.AccountHolder), bank = Kept(RosterColumns.Bank), account = Kept(RosterColumns.Account),
            phone = Kept(RosterColumns.Phone), bankCode = Kept(RosterColumns.BankCode);
        int Kept(string column) => kept ? At(column) : -1;
        for (var number = 0; _table.Read();)
            yield return new RosterRow(++number, Cell(code), Cell(name), Cell(region), Cell(size), Cell(before), Cell(last), Cell(notLayoffs),
                Cell(months), Cell(premiums), Cell(dishonest), Cell(zombie), Cell(holder), Cell(bank), Cell(account), Cell(phone), Cell(bankCode));
    }

    public void Dispose()
    {
        _table.Dispose();
        _file.Dispose();
    }

    private static int At(string column) => RosterHeader.Of(column);

    private string Cell(int column) => column < 0 ? "" : _table.Cell(column);
}
