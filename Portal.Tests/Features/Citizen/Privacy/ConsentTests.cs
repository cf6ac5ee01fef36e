using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Privacy;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Privacy;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Privacy;

/// <summary>Nobody applies without having consented to the texts as they stand.</summary>
public sealed class ConsentTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task The_first_application_needs_consent_and_the_next_does_not()
    {
        var person = await portal.AddApplicantAsync();

        Assert.IsType<StartDraftResult.NeedsConsent>(await StartAsync(person));
        Assert.IsType<ConsentAnswer.Given>(await portal.Get<GiveConsent>().HandleAsync(person, ConsentForm.ToAll()));

        Assert.IsType<StartDraftResult.Started>(await StartAsync(person));
        Assert.IsType<StartDraftResult.Started>(await StartAsync(person));
    }

    [Fact]
    public async Task Both_boxes_have_to_be_ticked_and_nothing_is_kept_of_one()
    {
        var person = await portal.AddApplicantAsync();
        var half = ConsentForm.ToAll();
        half.Sensitive = null;

        var answer = Assert.IsType<ConsentAnswer.Faulty>(await portal.Get<GiveConsent>().HandleAsync(person, half));

        Assert.Equal("consent-sensitive", Assert.Single(answer.Errors).FieldId);
        Assert.Empty(await EntriesAsync(person.UserId));
    }

    [Fact]
    public async Task A_text_that_has_changed_since_it_was_shown_is_shown_again()
    {
        var person = await portal.AddApplicantAsync();
        var stale = ConsentForm.ToAll();
        stale.Application = "2019-9";

        var answer = Assert.IsType<ConsentAnswer.Faulty>(await portal.Get<GiveConsent>().HandleAsync(person, stale));

        Assert.Contains("更新", Assert.Single(answer.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_to_an_earlier_text_does_not_hold_for_the_one_that_stands()
    {
        var person = await portal.AddApplicantAsync();
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            db.AddRange(Enum.GetValues<ConsentKind>().Select(kind => new ConsentEntry { UserId = person.UserId, Kind = kind, TextVersion = "2019-1", IsGiven = true }));
            await db.SaveChangesAsync();
        }

        Assert.IsType<StartDraftResult.NeedsConsent>(await StartAsync(person));
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_consent()
    {
        var person = await portal.AddApplicantAsync();

        await portal.Get<GiveConsent>().HandleAsync(person, ConsentForm.ToAll());
        await portal.Get<GiveConsent>().HandleAsync(person, ConsentForm.ToAll());

        Assert.Equal(2, (await EntriesAsync(person.UserId)).Count);
    }

    [Fact]
    public async Task A_consent_taken_back_stops_even_a_draft_that_was_begun()
    {
        var person = await portal.AddApplicantAsync();
        var draft = await _scene.StartAsync(person, "flexible-social-insurance");
        var version = await _scene.FillAsync(person, draft, ApplyScene.Flexible());

        await portal.Get<WithdrawConsent>().HandleAsync(person, ConsentKind.Sensitive);

        var error = Assert.Single(ApplyScene.Rejected(await _scene.SubmitAsync(person, draft.Id, version)));
        Assert.Contains("我的账号", error.Message, StringComparison.Ordinal);
        Assert.IsType<StartDraftResult.NeedsConsent>(await StartAsync(person));
        Assert.Equal([true, true, false], (await EntriesAsync(person.UserId)).Select(entry => entry.IsGiven));
    }

    [Fact]
    public async Task Taking_back_what_was_never_given_leaves_no_trace()
    {
        var person = await portal.AddApplicantAsync();

        await portal.Get<WithdrawConsent>().HandleAsync(person, ConsentKind.Application);

        Assert.Empty(await EntriesAsync(person.UserId));
    }

    [Theory]
    [InlineData("/apply/flexible-social-insurance", "/apply/flexible-social-insurance")]
    [InlineData("//elsewhere.example", "/me/privacy")]
    [InlineData("https://elsewhere.example/", "/me/privacy")]
    public async Task The_page_leads_back_within_the_portal_only(string back, string target)
    {
        var client = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        var form = ConsentForm.ToAll();

        var response = await client.PostAsync(
            $"/me/consent?return={Uri.EscapeDataString(back)}", "consent", ("Form.Application", form.Application!), ("Form.Sensitive", form.Sensitive!));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(target, ScriptlessBrowser.TargetOf(response));
    }

    [Theory]
    [InlineData("UPDATE ConsentEntries SET IsGiven = 0")]
    [InlineData("DELETE FROM ConsentEntries")]
    public async Task What_was_consented_to_refuses_change_and_deletion(string sql)
    {
        var person = await portal.AddApplicantAsync();
        await portal.Get<GiveConsent>().HandleAsync(person, ConsentForm.ToAll());
        await using var db = await portal.Databases.CreateDbContextAsync();

        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    private Task<StartDraftResult> StartAsync(Actor person) => portal.Get<StartDraft>().HandleAsync(person, ["flexible-social-insurance"], null);

    private async Task<List<ConsentEntry>> EntriesAsync(Guid person)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.ConsentEntries.Where(entry => entry.UserId == person).OrderBy(entry => entry.Id).ToListAsync();
    }
}
