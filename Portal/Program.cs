using Portal;
using Portal.Casework.Schedule;
using Portal.CommandLine;
using Portal.Components;
using Portal.Data;
using Portal.Features.Administration.Calendar;
using Portal.Features.Administration.Clock;
using Portal.Features.Administration.Guides;
using Portal.Features.Administration.Parameters;
using Portal.Features.Administration.RuleChanges;
using Portal.Features.Administration.Staff;
using Portal.Features.Citizen.AccountChanges;
using Portal.Features.Citizen.Accounts;
using Portal.Features.Citizen.Appeals;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Attachments;
using Portal.Features.Citizen.Cases;
using Portal.Features.Citizen.Filings;
using Portal.Features.Citizen.Firms;
using Portal.Features.Citizen.Messages;
using Portal.Features.Citizen.MyHome;
using Portal.Features.Citizen.Privacy;
using Portal.Features.Citizen.Ratings;
using Portal.Features.Citizen.Wallet;
using Portal.Features.Desk.Replay;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.BankReports;
using Portal.Features.Finance.Batches;
using Portal.Features.Finance.MoneyViews;
using Portal.Features.Finance.Payments;
using Portal.Features.Finance.Reconciliation;
using Portal.Features.Finance.Redeterminations;
using Portal.Features.Platform.Demo;
using Portal.Features.Platform.Display;
using Portal.Features.Platform.Health;
using Portal.Features.Platform.Live;
using Portal.Features.Public.Assessments;
using Portal.Features.Public.Calculators;
using Portal.Features.Public.Check;
using Portal.Features.Public.Policies;
using Portal.Features.Public.Publications;
using Portal.Features.Refunds.Accounts;
using Portal.Features.Refunds.Comparison;
using Portal.Features.Refunds.Objections;
using Portal.Features.Refunds.Release;
using Portal.Features.Refunds.Screening;
using Portal.Identity;

if (await Commands.TryRunAsync(args, Console.Out, Console.Error) is { } exitCode) return exitCode;

WebApplication app;
try
{
    app = Compose(args).Build();
    await app.Services.PrepareAsync();
    await app.Services.RefuseKnownPasswordsAsync();
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return Commands.Fault;
}

app.UseSecurityHeaders();
app.UseErrorPages();
app.UseQueryGuard();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
PublicPages.UseIn(app);
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null).WithoutStateOnStaticPages().WithOpenConnection();
app.MapAccounts();
app.MapDisplay();
app.MapFirms();
app.MapApply();
app.MapCases();
app.MapAssessments();
app.MapAttachments();
app.MapWallet();
app.MapHealth();
app.MapPrivacy();
app.MapLive();
app.MapMoneyViews();
app.MapRuleChanges();
app.MapScreening();
app.MapRelease();
app.MapComparison();
app.MapObjections();
app.MapPublications();
app.MapRefunds();
app.MapBatches();
app.AnnounceDemo();
await app.RunAsync();
return Commands.Good;

public partial class Program
{
    /// <summary>All that the portal is made of, before it opens its doors.</summary>
    public static WebApplicationBuilder Compose(string[] args)
    {
        // First, so that whoever starts the portal may still say another folder.
        var builder = WebApplication.CreateBuilder([$"--contentRoot={PortalFolder.Path}", .. args]);
        builder.AddPortalLook();
        builder.AddPortalCore();
        builder.AddPortalAccess();
        builder.AddAccounts();
        builder.AddFirms();
        builder.AddMyHome();
        builder.AddMessages();
        builder.AddStaff();
        builder.AddClock();
        builder.AddAssessments();
        builder.AddCheck();
        builder.AddApply();
        builder.AddCalculators();
        builder.AddCases();
        builder.AddAppeals();
        builder.AddAccountChanges();
        builder.AddFilings();
        builder.AddLive();
        builder.AddAttachments();
        builder.AddWallet();
        builder.AddDesk();
        builder.AddReplay();
        builder.AddPayments();
        builder.AddBatches();
        builder.AddBankReports();
        builder.AddRedeterminations();
        builder.AddMoneyViews();
        builder.AddReconciliation();
        builder.AddPolicies();
        builder.AddPrivacy();
        builder.AddGuides();
        builder.AddRuleChanges();
        builder.AddParameters();
        builder.AddCalendar();
        builder.AddRatings();
        builder.AddScreening();
        builder.AddRelease();
        builder.AddComparison();
        builder.AddObjections();
        builder.AddPublications();
        builder.AddRefunds();
        builder.AddSchedule();
        PublicPages.AddTo(builder.Services);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddKeptForms();
        return builder;
    }
}
