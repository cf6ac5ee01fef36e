using System.Text;
using Portal.Rosters;

namespace Portal.CommandLine;

/// <summary>The result file, written beside its place and moved there when whole: nobody ever finds half of it.</summary>
internal sealed class ResultFile : IDisposable
{
    private readonly string _path;
    private readonly string _part;

    public ResultFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path)) throw new IOException($"--out {path} is a folder; it must be a file.");
        if (!Directory.Exists(Path.GetDirectoryName(_path))) throw new IOException($"--out {path}: its folder does not exist.");
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, Path.GetFileName(_path) + ".*.part")) LeftFiles.DiscardAsync(left, () => Task.FromResult(false)).GetAwaiter().GetResult();
        _part = $"{_path}.{Guid.NewGuid():N}.part";
        Text = new StreamWriter(_part, append: false, new UTF8Encoding(false), 1 << 16);
        Text.Write(ResultCsv.Header);
    }

    public StreamWriter Text { get; }

    public void Keep()
    {
        Text.Dispose();
        File.Move(_part, _path, overwrite: true);
    }

    public void Dispose()
    {
        Text.Dispose();
        File.Delete(_part);
    }
}
