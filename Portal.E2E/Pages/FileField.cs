using Microsoft.Playwright;

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
}
