using Microsoft.Playwright;
using Portal.Tests.Support.Hosts;

namespace Portal.E2E.Pages;

/// <summary>A file input on an interactive page.</summary>
public static class FileField
{
    // The framework hears of a file only once it has hooked into the input, a moment after drawing it. A person's file
    // dialog takes longer than that; a test does not.
    private const string Hooked = "async input => { while (!('_blazorInputFileNextFileId' in input)) await new Promise(requestAnimationFrame); }";

    public static async Task ChooseAsync(this ILocator input, FilePayload file)
    {
        await input.EvaluateAsync(Hooked);
        await input.SetInputFilesAsync(file);
    }

    /// <summary>Chooses an empty file of that many bytes from the disk: handed over as bytes, a large one takes longer than its test.</summary>
    public static async Task ChooseLargeAsync(this ILocator input, long bytes)
    {
        var folder = TestFolders.Create();
        var path = Path.Combine(folder, "扫描件.pdf");
        await using (var file = File.Create(path)) file.SetLength(bytes);
        await input.EvaluateAsync(Hooked);
        await input.SetInputFilesAsync(path);
        Directory.Delete(folder, recursive: true);
    }
}
