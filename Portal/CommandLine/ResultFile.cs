using System.Text;
using Portal.Casework.Rosters;
using Portal.Domain.Screening;

namespace Portal.CommandLine;

/// <summary>The result file, written beside its place and moved there when whole: nobody ever finds half of it.</summary>
internal sealed class ResultFile : IDisposable
{
    private readonly string _path;
    private readonly string _part;
    private readonly StreamWriter _text;

    public ResultFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path)) throw new IOException($"--out {path} is a folder; it must be a file.");
        if (!Directory.Exists(Path.GetDirectoryName(_path))) throw new IOException($"--out {path}: its folder does not exist.");
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, Path.GetFileName(_path) + ".*.part")) OrphanedFiles.DiscardAsync(left, () => Task.FromResult(false)).GetAwaiter().GetResult();
        _part = $"{_path}.{Guid.NewGuid():N}.part";
        _text = new StreamWriter(_part, append: false, new UTF8Encoding(false), 1 << 16);
        Begin();
    }

    /// <summary>Of the rows written.</summary>
    public ScreeningTotals Totals { get; private set; } = new();

    /// <remarks>Whoever is broken off and begins again says so by the first row.</remarks>
    public void Add(ScreenedRow row)
    {
        if (row.Number == 1) Begin();
        Totals.Add(row.Outcome, row.Amount);
        ResultCsv.Write(_text, row.Number, row.CreditCode, row.Outcome, row.Amount, row.Reason);
    }

    public void Keep()
    {
        _text.Dispose();
        File.Move(_part, _path, overwrite: true);
    }

    public void Dispose()
    {
        try
        {
            _text.Dispose();
        }
        finally
        {
            File.Delete(_part);
        }
    }

    private void Begin()
    {
        _text.Flush();
        _text.BaseStream.SetLength(0);
        _text.Write(ResultCsv.Header);
        Totals = new ScreeningTotals();
    }
}
