using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Support.Hosts;

/// <summary>The data of a portal after its first start, made once in a test run: migrating, seeding and hashing for every test took most of its time.</summary>
public static class PreparedData
{
    private static readonly Lazy<string> Folder = new(Prepare);

    /// <summary>Fills a folder with database, key of the fields and keys of the cookies, as a portal finds them at a later start.</summary>
    public static void CopyTo(string folder) => TestFolders.Copy(Folder.Value, folder);

    private static string Prepare()
    {
        var folder = TestFolders.Create();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var first = new FirstStart(folder);
        // The key of the cookies is otherwise made with the first page, by each portal anew.
        first.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first").Protect("");
        return folder;
    }

    private sealed class FirstStart(string folder) : PortalHost(folder);
}
