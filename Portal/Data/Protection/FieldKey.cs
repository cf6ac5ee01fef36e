using System.Security.Cryptography;

namespace Portal.Data.Protection;

/// <summary>Finds the master key of the encrypted fields: <c>Protection:FieldKey</c>, or on SQLite a file beside the database.</summary>
public static class FieldKey
{
    /// <exception cref="StartRefusedException">A key that is missing with data there, no key on SQL Server, or one that is not 32 bytes in Base64.</exception>
    public static FieldVault LoadVault(IConfiguration configuration, DatabaseSettings settings)
    {
        if (configuration["Protection:FieldKey"] is { Length: > 0 } text) return new FieldVault(Decode(text));
        if (settings.IsSqlServer)
            throw new StartRefusedException("Protection:FieldKey must hold 32 bytes in Base64 (openssl rand -base64 32); keep it apart from the database.");
        var path = Path.Combine(settings.DataFolder, "field.key");
        if (!File.Exists(path) && settings.HasData)
            throw new StartRefusedException($"The field key {path} is missing, and the database beside it holds fields sealed with it. Put the file back, or set Protection:FieldKey to the key; without it they are lost.");
        return new FieldVault(LoadOrCreate(path));
    }

    private static byte[] LoadOrCreate(string path)
    {
        PrivateFolder.Create(Path.GetDirectoryName(path)!);
        try
        {
            using var file = new FileStream(path, NewFileOptions());
            var key = RandomNumberGenerator.GetBytes(32);
            file.Write(key);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }
    }

    private static FileStreamOptions NewFileOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static byte[] Decode(string text)
    {
        var key = new byte[32];
        return Convert.TryFromBase64String(text, key, out var length) && length == 32 ? key
            : throw new StartRefusedException("Protection:FieldKey is not 32 bytes in Base64.");
    }
}
