using Microsoft.Extensions.Configuration;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Tests.Support;
using Portal.Tests.Support.Hosts;

namespace Portal.Tests.Data.Protection;

/// <summary>The key of the fields and its database go together, or the portal does not start.</summary>
public sealed class FieldKeyTests : IDisposable
{
    private readonly string _folder = TestFolders.Create();

    public FieldKeyTests() => PreparedData.CopyTo(_folder);

    [Fact]
    public async Task Another_key_than_the_database_was_sealed_with_stops_the_start()
    {
        using var portal = new PortalFactory();
        await using var db = await portal.Databases.CreateDbContextAsync();

        await FieldKeyCheck.VerifyAsync(db, portal.Get<FieldVault>(), default);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => FieldKeyCheck.VerifyAsync(db, new FieldVault(new byte[32]), default));

        Assert.Contains("not the one this database was sealed with", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_missing_beside_its_database_is_asked_for_and_none_is_made()
    {
        File.Delete(Path.Combine(_folder, "field.key"));

        Assert.Contains("is missing", Assert.Throws<StartRefusedException>(() => Load()).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "field.key")));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("no base64")]
    public void A_key_that_is_none_is_refused(string key) => Assert.Throws<StartRefusedException>(() => Load(("Protection:FieldKey", key)));

    [Fact]
    public void A_first_start_makes_a_key_that_its_owner_alone_reads()
    {
        var fresh = Path.Combine(_folder, "fresh");
        Load(folder: fresh);

        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(fresh, "field.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(fresh));
    }

    [Fact]
    public void The_keys_of_sessions_lie_sealed()
    {
        var file = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(_folder, "keys"), "*.xml")));

        Assert.True(file.Contains("<sealed", StringComparison.Ordinal), file);
        Assert.DoesNotContain("masterKey", file, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private FieldVault Load((string Key, string Value)? setting = null, string? folder = null) => FieldKey.LoadVault(
        new ConfigurationBuilder().AddInMemoryCollection(setting is { } one ? [KeyValuePair.Create(one.Key, (string?)one.Value)] : []).Build(),
        new DatabaseSettings(false, $"Data Source={Path.Combine(folder ?? _folder, "portal.db")}", folder ?? _folder));
}
