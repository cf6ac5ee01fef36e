using System.Diagnostics;

namespace Portal.E2E.Support;

/// <summary>Finds a Chromium and a Chinese font, or gets them: through apt on Debian as root, else through Playwright's installer.</summary>
internal static class Chromium
{
    // Without windows of its own it takes half the time of the whole browser for the same pages.
    private const string HeadlessShell = "/usr/bin/chromium-headless-shell";
    private const string WholeBrowser = "/usr/bin/chromium";
    private const string CjkFonts = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

    /// <returns>The executable, or null for the browser that Playwright installed itself.</returns>
    /// <exception cref="InvalidOperationException">No browser can be had; the message says what to do.</exception>
    public static string? Provide()
    {
        if (OperatingSystem.IsLinux() && File.Exists("/etc/debian_version"))
        {
            if ((!File.Exists(HeadlessShell) || !File.Exists(CjkFonts)) && Environment.IsPrivilegedProcess) InstallFromDebian();
            if (File.Exists(HeadlessShell)) return HeadlessShell;
            if (File.Exists(WholeBrowser)) return WholeBrowser;
        }

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 ? null
            : throw new InvalidOperationException("The browser tests need Chromium: run 'apt-get install chromium-headless-shell fonts-noto-cjk' as root, or 'playwright install chromium'.");
    }

    private static void InstallFromDebian()
    {
        Run("apt-get", "update", "-qq", "-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=1");
        Run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell", "fonts-noto-cjk");
    }

    private static void Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        Task.WaitAll(output, errors);
    }
}
