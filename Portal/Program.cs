using Portal;
using Portal.Access;
using Portal.CommandLine;
using Portal.Components;
using Portal.Features.Accounts;
using Portal.Features.Administration;
using Portal.Features.Apply;
using Portal.Features.Assessments;
using Portal.Features.Demo;
using Portal.Features.Desk;
using Portal.Features.Firms;
using Portal.Features.Health;
using Portal.Features.MyHome;
using Portal.Features.Payments;
using Portal.Features.Policies;
using Portal.Features.Publications;
using Portal.Features.Refunds;
using Portal.Features.Runs;

if (await Commands.TryRunAsync(args, Console.Out, Console.Error) is { } exitCode) return exitCode;

// First, so that whoever starts the portal may still say another folder.
var builder = WebApplication.CreateBuilder([$"--contentRoot={PortalFolder.Path}", .. args]);
builder.AddPortalLook();
builder.AddPortalCore();
builder.AddPortalAccess();
builder.AddAccounts();
builder.AddFirms();
builder.AddMyHome();
builder.AddAdministration();
builder.AddAssessments();
builder.AddApply();
builder.AddDesk();
builder.AddPayments();
builder.AddPolicies();
builder.AddRuns();
builder.AddPublications();
builder.AddRefunds();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
await app.Services.PrepareAsync();
app.UseErrorPages();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode().WithoutStateOnStaticPages();
app.MapAccounts();
app.MapFirms();
app.MapAssessments();
app.MapHealth();
app.MapRuns();
app.AnnounceDemo();
await app.RunAsync();
return Commands.Good;

public partial class Program;
