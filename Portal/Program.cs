using Portal;
using Portal.Access;
using Portal.Components;
using Portal.Features.Accounts;
using Portal.Features.Apply;
using Portal.Features.Assessments;
using Portal.Features.Demo;
using Portal.Features.Firms;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalLook();
builder.AddPortalCore();
builder.AddPortalAccess();
builder.AddAccounts();
builder.AddFirms();
builder.AddAssessments();
builder.AddApply();
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
app.AnnounceDemo();
await app.RunAsync();

public partial class Program;
