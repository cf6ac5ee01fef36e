using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Tests.Support.Hosts;

namespace Portal.E2E.Support;

/// <summary>The portal as a process of its own, so that it can be killed in the middle of things and started again.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly Browser _browser;
    private readonly string _folder = TestFolders.Create();
    private Process? _process;

    public PortalProcess(Browser browser)
    {
        _browser = browser;
        PreparedData.CopyTo(_folder);
    }

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Portal.dll"), "--urls", Address, "--ConnectionStrings:Portal",
            $"Data Source={Path.Combine(_folder, "portal.db")}", "--Clock:Start", "2020-11-16", "--Demo:Enabled", "true", "--Schedule:Enabled", "false", "--Logging:LogLevel:Default", "None",
        ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient();
        while (!await IsUpAsync(http))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The portal ended with {_process.ExitCode}.");
            await Task.Delay(100);
        }
    }

    /// <summary>As a power cut does: without a word to anybody.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.LeaveAsync(Address);
        if (_process is not null) await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> IsUpAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync($"{Address}/health")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
