using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Features.Administration.Staff;
using Portal.Features.Citizen.AccountChanges;
using Portal.Features.Citizen.Appeals;
using Portal.Features.Citizen.Filings;
using Portal.Features.Citizen.Ratings;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Redeterminations;
using Portal.Features.Platform.Demo;
using Portal.Features.Public.Publications;
using Portal.Tests.Casework.Decisions;
using Portal.Tests.Features.Administration.RuleChanges;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Citizen.Cases;
using Portal.Tests.Features.Citizen.Firms;
using Portal.Tests.Features.Desk.Review.People;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;
using Portal.Uploads;

namespace Portal.Tests.Components;

/// <summary>A portal in the midst of its work: something of every kind is open, so that every kind of page has something to show.</summary>
internal sealed class LivedInScene(PortalFactory portal, RosterFolder rosters)
{
    /// <returns>Pages where no link leads.</returns>
    public async Task<string[]> PlayAsync()
    {
        string[] persons = await PersonsAsync();
        var (raised, filed) = await MoneyAsync();
        await RulesAsync();
        var (published, ofRosters) = await RostersAsync();
        return
        [
            "/denied", "/offline", "/account-closed", "/not-there", "/firms/join", "/me/consent", "/apply/start", "/apply/flexible-social-insurance/next",
            await StaffAsync(), .. persons, .. ofRosters, filed, $"/desk/top-ups/{raised}", $"/lookup/refund/{published}/2/objection",
        ];
    }

    private async Task<string[]> PersonsAsync()
    {
        var apply = new ApplyScene(portal);
        var (graduate, hr) = (await portal.ActorAsync("graduate"), await portal.ActorAsync("hr"));
        await apply.StartAsync(graduate, "startup-loan-interest");
        await apply.StartAsync(hr, "hiring-grant", await apply.FirmAsync());
        var corrected = await new CaseScene(portal).WithCorrectionAskedAsync(await portal.BenefitAsync(), new DateOnly(2020, 11, 16));
        var appealable = await RefusedAsync(await portal.LoanAsync());
        var refused = await RefusedAsync(await portal.FlexibleAsync());
        Assert.IsType<AppealResult.Filed>(await portal.Get<FileAppeal>().HandleAsync(
            graduate, refused.No, refused.Version, new Appeal("凭证上写的是补缴的月份。", [new UploadedFile("说明.pdf", 9, ApplyScene.Pdf)])));
        await AskForAnotherAccountAsync(await portal.FlexibleAsync());
        var rated = await portal.VenueAsync();
        await RatedBadlyAsync(rated.No, graduate);
        await portal.FileClaimAsync(await portal.AddPersonAsync("甲"), "91210202000000002J");
        var people = new PeopleScene(portal);
        var listed = await people.UnderReviewAsync(6000, 12, 11);
        var asked = await people.UnderReviewAsync(6010, 12, 11);
        await people.ExamineAsync(asked.No, PersonFinding.ToCorrect, "合同期限看不清。", 2);
        Assert.IsType<StepResult.Done>(await portal.Get<RequestCorrection>().HandleAsync(await portal.ActorAsync("reviewer"), await portal.SeenAsync(asked.No), null));
        return [$"/desk/cases/{asked.No}/correction", $"/desk/cases/{listed.No}/people", $"/desk/cases/{listed.No}/people/1", $"/desk/cases/{listed.No}/verify", $"/cases/{asked.No}/correct", $"/cases/{asked.No}/people/2",
            $"/apply/again/{refused.No}", $"/cases/{corrected.No}/correct", $"/cases/{appealable.No}/appeal", $"/cases/{rated.No}/rate"];
    }

    /// <returns>The raise that leaves something to top up, and the page of a milestone that is told.</returns>
    private async Task<(Guid Raised, string Filed)> MoneyAsync()
    {
        var money = new RecoveryScene(portal);
        await money.ClaimAsync();
        var hiring = await money.GrantedAsync(await portal.HiringAsync(relief: false));
        await money.PayAsync(hiring.No, 0);
        var raised = await money.RaisedAsync("3000");
        var training = await money.TrainingAsync(paid: 1);
        Assert.IsType<StepResult.Done>(await money.ProposeAsync(training.No, new RedeterminationForm { Cause = nameof(ChangeCause.TrainingFailed), Parts = "1" }));

        var batches = new BatchScene(portal);
        await batches.DueAsync(100_00, 200_00);
        var sent = await batches.SentAsync();
        await batches.HearAsync((sent.Lines[0], "失败", "账号不存在"));
        await batches.DueAsync(300_00);
        await batches.ProposedAsync();
        await batches.DueAsync(400_00);
        // Made for their money alone; their pages show what was found, too.
        await using var db = await portal.Databases.CreateDbContextAsync();
        await db.Cases.Where(record => record.AssessmentJson == "{}").ExecuteUpdateAsync(
            record => record.SetProperty(one => one.AssessmentJson, training.AssessmentJson).SetProperty(one => one.FactsJson, training.FactsJson));
        return (raised, await FiledAsync(await money.TrainingAsync(paid: 1)));
    }

    /// <returns>The page where an account that was opened is given its password.</returns>
    private async Task<string> StaffAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return Assert.IsType<StaffAnswer.Created>(await scope.ServiceProvider.GetRequiredService<CreateStaffAccount>().HandleAsync(
            await portal.ActorAsync("admin"), new StaffForm { Account = "new-one", Name = "新同事", Place = "210200", Roles = [Roles.Reviewer] })).Link;
    }

    private async Task RulesAsync()
    {
        await portal.ProposeAsync(RuleScene.Raise);
        await portal.ProposeAsync(RuleScene.Year2027);
    }

    private async Task<string> FiledAsync(Case training)
    {
        Assert.IsType<StepResult.Done>(await portal.Get<FileMilestone>().HandleAsync(await portal.ActorAsync("hr"), training.No, training.Version,
            new ToldMilestone(Trigger.Halfway, "2020-11-16", null, [new UploadedFile("考勤表.pdf", 9, ApplyScene.Pdf)])));
        return $"/desk/cases/{training.No}/milestone";
    }

    /// <returns>The list that is public, and pages about rosters.</returns>
    private async Task<(Guid Published, string[] Pages)> RostersAsync()
    {
        var screened = await portal.ScreenAsync(rosters.Write(RosterFolder.Header, RosterFolder.OtherFirmRow));
        var released = await portal.PublishedAndOverAsync(rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmAskedRow));
        await portal.ReleaseAsync(released);
        var published = await portal.ScreenAsync(rosters.Write(RosterFolder.Header, RosterFolder.OtherFirmAskedRow,
            RosterFolder.DemoFirmRow.Replace(",12,432.54", ",9,432.54", StringComparison.Ordinal)));
        await portal.PublishAsync(published);
        foreach (var row in (int[])[1, 2])
            Assert.IsType<ObjectionResult.Filed>(await portal.Get<FileObjection>().HandleAsync(published, row, "人事", "13000000001", "少记了三个月"));
        var uploaded = await portal.UploadAsync(rosters.Write(RosterFolder.Header, RosterFolder.OtherFirmRow, RosterFolder.DemoFirmRow));
        await using var db = await portal.Databases.CreateDbContextAsync();
        var waiting = await db.Cases.Where(record => record.State == CaseState.AwaitingAccount).Select(record => record.No).FirstAsync();
        return (published, ["/desk/refunds/letters", $"/cases/{waiting}/account", $"/runs/{screened}/publish", $"/runs/{published}/compare/{screened}", $"/runs/{uploaded}/progress"]);
    }

    private async Task<Case> RefusedAsync(Case record)
    {
        async Task<CaseRef> Seen() => new(record.No, (await portal.CaseAsync(record.No)).Version);
        await portal.Get<AssignCase>().HandleAsync(await portal.ActorAsync("reviewer"), await Seen());
        await portal.Get<ProposeRefusal>().HandleAsync(await portal.ActorAsync("reviewer"), await Seen(), "缴费凭证与月份不符");
        Assert.IsType<StepResult.Done>(await portal.Get<DecideCase>().HandleAsync(await portal.ActorAsync("approver"), await Seen(), CaseAction.Refuse, null));
        return await portal.CaseAsync(record.No);
    }

    private async Task AskForAnotherAccountAsync(Case record)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.IsType<StepResult.Done>(await scope.ServiceProvider.GetRequiredService<RequestAccountChange>()
            .HandleAsync(await portal.ActorAsync("graduate"), record.No, record.Version, new NewAccount("样例银行", "6200000000000005", DemoAccounts.Password)));
    }

    private async Task RatedBadlyAsync(string no, Actor graduate)
    {
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            (await db.Cases.SingleAsync(record => record.No == no)).State = CaseState.Settled;
            await db.SaveChangesAsync();
        }

        Assert.IsType<RateResult.Rated>(await portal.Get<RateCase>().HandleAsync(graduate, no, 1, "等了很久"));
    }
}
