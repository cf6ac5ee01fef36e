using Portal;
using Portal.Access;
using Portal.Components;
using Portal.Features.Demo;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalCore();
builder.AddPortalAccess();
builder.AddPortalLook();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
await app.Services.PrepareAsync();
app.UseErrorPages();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode().WithoutStateOnStaticPages();
app.AnnounceDemo();
await app.RunAsync();

public partial class Program;
