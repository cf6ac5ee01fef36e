namespace Portal.Tables;

/// <summary>Lines of cells, one at a time: what a CSV file and a workbook have in common.</summary>
internal interface ITable : IDisposable
{
    int Width { get; }

    /// <summary>The line that was read last, as a spreadsheet counts, from 1.</summary>
    int Row { get; }

    /// <summary>Whether a spreadsheet shows the line to nobody.</summary>
    bool IsHidden { get; }

    /// <exception cref="TableUnreadableException">What follows cannot be read as a table.</exception>
    bool Read();

    /// <summary>The text of a cell; empty where the line is shorter.</summary>
    string Cell(int column);

    /// <summary>Whether a cell holds nothing but blanks; makes no text of it.</summary>
    bool IsBlank(int column);
}
