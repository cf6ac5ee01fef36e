using Portal.Components;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalLook();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddAuthorization();
builder.Services.AddCascadingAuthenticationState();

var app = builder.Build();
app.UseErrorPages();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode().WithoutStateOnStaticPages();
app.Run();

public partial class Program;
