using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Casework.Steps;
using Portal.Data.Accounts;
using Portal.Data.Ratings;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Cases;
using Portal.Features.Citizen.Privacy;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Redeterminations;
using Portal.Features.Platform.Demo;
using Portal.Identity;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Privacy;

/// <summary>Closing an account erases what need not be kept, locks what must be, or does nothing at all.</summary>
public sealed class CloseAccountTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task The_wrong_password_closes_nothing()
    {
        var person = await portal.AddApplicantAsync();

        Assert.Equal(PasswordAnswer.Wrong, Assert.IsType<CloseAnswer.NotConfirmed>(await CloseAsync(person, "not-mine-1")).Why);
        Assert.Equal("宋小雨", (await UserAsync(person)).FullName);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_even_the_right_one_out()
    {
        var person = await portal.AddApplicantAsync();
        for (var n = 0; n < 5; n++) await CloseAsync(person, "not-mine-1");

        Assert.Equal(PasswordAnswer.Waiting, Assert.IsType<CloseAnswer.NotConfirmed>(await CloseAsync(person)).Why);
    }

    [Fact]
    public async Task An_open_case_stands_against_it_and_is_named()
    {
        var person = await portal.AddApplicantAsync();
        var no = ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible()));

        var refused = Assert.IsType<CloseAnswer.NotYet>(await CloseAsync(person));

        Assert.Contains(no, Assert.Single(refused.Reasons), StringComparison.Ordinal);
        Assert.NotNull((await UserAsync(person)).Mobile);
    }

    [Fact]
    public async Task Money_to_be_paid_back_stands_against_it_until_it_is()
    {
        var person = await portal.AddApplicantAsync();
        var no = ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible()));
        var money = new RecoveryScene(portal);
        await money.GrantedAsync(await portal.CaseAsync(no));
        Assert.IsType<StepResult.Done>(await money.PayAsync(no, 0));
        var claim = (await money.ChangedAsync(no, new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), Keep = "0" }))!;

        Assert.Contains("退回", Assert.Single(Assert.IsType<CloseAnswer.NotYet>(await CloseAsync(person)).Reasons), StringComparison.Ordinal);

        Assert.IsType<StepResult.Done>(await money.ReceiveAsync(claim.Id, claim.Amount.ToString()));
        Assert.IsType<CloseAnswer.Closed>(await CloseAsync(person));
    }

    [Fact]
    public async Task A_firms_only_administrator_hands_it_over_first() =>
        Assert.Contains(Assert.IsType<CloseAnswer.NotYet>(await CloseAsync(await WithColleagueAsync())).Reasons,
            reason => reason.Contains("唯一的管理员", StringComparison.Ordinal));

    [Fact]
    public async Task Staff_accounts_are_not_closed_here() =>
        Assert.IsType<CloseAnswer.NotYet>(await CloseAsync(await portal.ActorAsync("reviewer")));

    [Fact]
    public async Task Drafts_papers_messages_profile_and_login_are_gone_at_once()
    {
        var person = await portal.AddApplicantAsync();
        var draft = await _scene.StartAsync(person, "flexible-social-insurance");
        await _scene.FillAsync(person, draft, ApplyScene.Flexible());

        Assert.IsType<CloseAnswer.Closed>(await CloseAsync(person));

        var user = await UserAsync(person);
        Assert.Equal(("已注销的用户", null, null, null), (user.FullName, user.ResidentId, user.Mobile, user.PasswordHash));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.False(await db.Drafts.AnyAsync(one => one.OwnerId == person.UserId));
        Assert.False(await db.Attachments.AnyAsync(file => file.OwnerId == person.UserId));
        Assert.False(await db.AttachmentContents.AnyAsync(content => !db.Attachments.Any(file => file.ContentId == content.Id)));
        Assert.False(await db.UserRoles.AnyAsync(held => held.UserId == person.UserId));
        Assert.False(await db.HasConsentedAsync(person.UserId));
    }

    [Fact]
    public async Task A_closed_case_stays_masked_and_opens_to_auditors_alone()
    {
        var person = await portal.AddApplicantAsync();
        var no = await WithdrawnCaseAsync(person);

        Assert.IsType<CloseAnswer.Closed>(await CloseAsync(person));

        var record = await portal.CaseAsync(no);
        Assert.Equal(("宋*雨", "宋*雨", new DateOnly(2030, 11, 16)), (record.ApplicantName, record.AccountHolder, record.LockedUntil!.Value));
        Assert.Null(await portal.Get<ShowCase>().HandleAsync(await portal.ActorAsync("reviewer"), no));
        Assert.NotNull(await portal.Get<ShowCase>().HandleAsync(await portal.ActorAsync("auditor"), no));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.False(await db.WorkItems.AnyAsync(item => item.Record == no && item.Title.Contains("宋小雨")));
    }

    [Fact]
    public async Task What_a_rating_said_is_erased_and_its_score_stays()
    {
        var person = await portal.AddApplicantAsync();
        var no = await WithdrawnCaseAsync(person);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var caseId = (await portal.CaseAsync(no)).Id;
        db.Add(new Rating { CaseId = caseId, UserId = person.UserId, Score = 2, Comment = "等了很久" });
        await db.SaveChangesAsync();

        await CloseAsync(person);

        var rating = await db.Ratings.AsNoTracking().SingleAsync(one => one.CaseId == caseId);
        Assert.Equal((2, null), (rating.Score, rating.Comment));
    }

    [Fact]
    public async Task An_open_tab_of_a_closed_account_starts_nothing()
    {
        var person = await portal.AddApplicantAsync();
        await CloseAsync(person);

        Assert.IsNotType<StartDraftResult.Started>(await portal.Get<StartDraft>().HandleAsync(person, ["flexible-social-insurance"], null));
    }

    private async Task<string> WithdrawnCaseAsync(Actor person)
    {
        var no = ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible()));
        await portal.Get<WithdrawCase>().HandleAsync(person, no, (await portal.CaseAsync(no)).Version, "不办了");
        Assert.Equal(CaseState.Withdrawn, (await portal.CaseAsync(no)).State);
        return no;
    }

    private async Task<Actor> WithColleagueAsync()
    {
        var (person, colleague) = (await portal.AddApplicantAsync(), await portal.AddPersonAsync("同事"));
        await using var db = await portal.Databases.CreateDbContextAsync();
        var firm = new Firm { CreditCode = Guid.NewGuid().ToString("N")[..18], Name = "测试企业", RegionCode = ApplyScene.Dalian };
        firm.Members.Add(new FirmMembership { UserId = person.UserId, IsAdministrator = true });
        firm.Members.Add(new FirmMembership { UserId = colleague.UserId });
        db.Add(firm);
        await db.SaveChangesAsync();
        return person;
    }

    private async Task<CloseAnswer> CloseAsync(Actor person, string password = DemoAccounts.Password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        // Signing out writes to the response of a request.
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return await scope.ServiceProvider.GetRequiredService<CloseAccount>().HandleAsync(person, password);
    }

    private async Task<PortalUser> UserAsync(Actor person)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Users.SingleAsync(user => user.Id == person.UserId);
    }
}
