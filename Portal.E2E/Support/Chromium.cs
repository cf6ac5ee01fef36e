using System.Diagnostics;

namespace Portal.E2E.Support;

/// <summary>Finds a Chromium and a Chinese font, or gets them: through apt on Debian as root, else through Playwright's installer.</summary>
internal static class Chromium
{
    private const string DebianPath = "/usr/bin/chromium";
    private const string CjkFonts = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

    /// <returns>The executable, or null for the browser that Playwright installed itself.</returns>
    /// <exception cref="InvalidOperationException">No browser can be had; the message says what to do.</exception>
    public static string? Provide()
    {
        if (OperatingSystem.IsLinux() && File.Exists("/etc/debian_version"))
        {
            if ((!File.Exists(DebianPath) || !File.Exists(CjkFonts)) && Environment.IsPrivilegedProcess) InstallFromDebian();
            if (File.Exists(DebianPath)) return DebianPath;
        }

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 ? null
            : throw new InvalidOperationException("The browser tests need Chromium: run 'apt-get install chromium fonts-noto-cjk' as root, or 'playwright install chromium'.");
    }

    private static void InstallFromDebian()
    {
        Run("apt-get", "update", "-qq");
        Run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk");
    }

    private static void Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        Task.WaitAll(output, errors);
    }
}
