using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Privacy;
using Portal.Features.Citizen.Privacy;
using Portal.Features.Public.Publications;
using Portal.Tests.Features.Citizen.Firms;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Privacy;

/// <summary>A masked field is shown in full once, for a reason, to whoever needs it for the case.</summary>
public sealed class UnmaskTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string GraduatesId = "210102199901010002";

    private static UnmaskForm Asked => new() { ActId = Guid.CreateVersion7(), Field = "id", Purpose = UnmaskField.Purposes[0], Note = "毕业证书上的号码看不清" };

    [Fact]
    public async Task A_reviewer_who_says_why_sees_the_field_and_it_is_written_down()
    {
        var record = await portal.FlexibleAsync();

        var shown = Assert.IsType<UnmaskAnswer.Shown>(await UnmaskAsync(await portal.ActorAsync("reviewer"), record.No, Asked));

        Assert.Equal(GraduatesId, shown.Value);
        var entry = Assert.Single(await UnmaskedAsync(record.No));
        Assert.Equal(("查看了申请人的身份证号码全文", "与材料核对：毕业证书上的号码看不清"), (entry.What, entry.Reason));
    }

    [Fact]
    public async Task The_same_form_sent_again_shows_nothing()
    {
        var record = await portal.FlexibleAsync();
        var (reviewer, form) = (await portal.ActorAsync("reviewer"), Asked);
        await UnmaskAsync(reviewer, record.No, form);

        Assert.IsType<UnmaskAnswer.Spent>(await UnmaskAsync(reviewer, record.No, form));
        Assert.Single(await UnmaskedAsync(record.No));
    }

    [Theory]
    [InlineData(null, "与材料核对", "看不清号码", "field")]
    [InlineData("hire-7", "与材料核对", "看不清号码", "field")]
    [InlineData("id", "好奇", "看不清号码", "purpose")]
    [InlineData("id", "与材料核对", " 看 ", "note")]
    [InlineData("id", "与材料核对", null, "note")]
    public async Task Without_a_field_or_a_reason_nothing_is_shown_or_written(string? field, string purpose, string? note, string at)
    {
        var record = await portal.FlexibleAsync();

        var faulty = Assert.IsType<UnmaskAnswer.Faulty>(await UnmaskAsync(
            await portal.ActorAsync("reviewer"), record.No, new UnmaskForm { ActId = Guid.CreateVersion7(), Field = field, Purpose = purpose, Note = note }));

        Assert.Equal(at, Assert.Single(faulty.Errors).FieldId);
        Assert.Empty(await UnmaskedAsync(record.No));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("supervisor")]
    [InlineData("operator")]
    [InlineData("admin")]
    [InlineData("finance")]
    public async Task Who_does_not_need_the_ID_for_the_case_does_not_see_it(string account)
    {
        var record = await portal.FlexibleAsync();

        var answer = await UnmaskAsync(await portal.ActorAsync(account), record.No, Asked);

        Assert.False(answer is UnmaskAnswer.Shown);
        Assert.Empty(await UnmaskedAsync(record.No));
    }

    [Fact]
    public async Task A_reviewer_of_another_place_finds_no_such_case()
    {
        var record = await portal.FlexibleAsync();

        Assert.IsType<UnmaskAnswer.NotFound>(await UnmaskAsync(TestCases.Staff("210200", Roles.Reviewer), record.No, Asked));
    }

    [Fact]
    public async Task A_reviewer_who_acts_for_the_firm_stays_out_of_its_case()
    {
        var record = await portal.HiringAsync();
        var reviewer = await portal.AddPersonAsync("审核人", "210000", Roles.Reviewer);
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            db.Add(new FirmMembership { FirmId = record.FirmId!.Value, UserId = reviewer.UserId });
            await db.SaveChangesAsync();
        }

        Assert.IsType<UnmaskAnswer.NotAllowed>(await UnmaskAsync(reviewer, record.No, Asked));
    }

    [Fact]
    public async Task A_claimants_ID_is_shown_to_the_reviewer_of_the_place_and_the_claimant_reads_who_saw_it()
    {
        var person = await portal.AddApplicantAsync("认领的人");
        var claim = new MaskedOwner.OfClaim(await portal.FileClaimAsync(person, "91210202000000006Y"));
        var unmask = portal.Get<UnmaskField>();

        Assert.IsType<UnmaskAnswer.NotFound>(await unmask.HandleAsync(TestCases.Staff("210100", Roles.Reviewer), claim, Asked));
        Assert.IsType<UnmaskAnswer.NotFound>(await unmask.HandleAsync(await portal.ActorAsync("auditor"), claim, Asked));
        var shown = Assert.IsType<UnmaskAnswer.Shown>(await unmask.HandleAsync(await portal.ActorAsync("reviewer"), claim, Asked));

        Assert.Matches("^[0-9]{17}[0-9X]$", shown.Value);
        var seen = Assert.Single((await portal.Get<ListMyViews>().HandleAsync(person, before: null)).Entries);
        Assert.Equal("查看了认领人的身份证号码全文（认领“测试企业有限公司”）", seen.What);
    }

    [Fact]
    public async Task The_number_of_who_objected_is_shown_for_a_reason_and_auditors_read_it()
    {
        using var rosters = new RosterFolder();
        var run = await portal.ScreenAsync(rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        await portal.PublishAsync(run);
        await portal.Get<FileObjection>().HandleAsync(run, 1, "邻居", "13000000009", "早已停产");
        await using var db = await portal.Databases.CreateDbContextAsync();
        var objection = new MaskedOwner.OfObjection(await db.Objections.Select(objection => objection.Id).SingleAsync());
        var form = new UnmaskForm { ActId = Guid.CreateVersion7(), Field = "contact", Purpose = UnmaskField.Purposes[1], Note = "请他补充事实" };
        var unmask = portal.Get<UnmaskField>();

        Assert.IsType<UnmaskAnswer.NotFound>(await unmask.HandleAsync(await portal.ActorAsync("operator"), objection, form));
        Assert.Equal("13000000009", Assert.IsType<UnmaskAnswer.Shown>(await unmask.HandleAsync(await portal.ActorAsync("reviewer"), objection, form)).Value);

        var views = await portal.Get<ListViews>().HandleAsync(await portal.ActorAsync("auditor"), new AccessFilter(AccessKind.Unmasked), before: null);
        Assert.Contains(views.Entries, entry => entry.What.StartsWith("查看了异议提出人的手机号全文（对“样例", StringComparison.Ordinal) && entry.Reason == "打电话联系：请他补充事实");
    }

    [Fact]
    public async Task The_page_is_kept_by_no_cache_and_bears_the_value_only_in_its_answer()
    {
        var record = await portal.FlexibleAsync();
        var client = await new ScriptlessBrowser(portal).SignedInAsync("reviewer");
        var address = $"/desk/cases/{record.No}/unmask";

        var before = await (await client.GetAsync(address)).Content.ReadAsStringAsync();
        var answer = await client.PostAsync(address, "unmask", ("Form.ActId", Guid.CreateVersion7().ToString()), ("Form.Field", "id"),
            ("Form.Purpose", UnmaskField.Purposes[0]), ("Form.Note", "毕业证书上的号码看不清"));
        var shown = await answer.Content.ReadAsStringAsync();
        var after = await (await client.GetAsync(address)).Content.ReadAsStringAsync();

        Assert.Contains(GraduatesId, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(GraduatesId, before + after, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task No_page_of_the_desk_bears_a_whole_number()
    {
        var record = await portal.FlexibleAsync();
        var client = await new ScriptlessBrowser(portal).SignedInAsync("reviewer");

        foreach (var address in new[] { $"/desk/cases/{record.No}", $"/desk/cases/{record.No}/replay", $"/desk/cases/{record.No}/payments", "/desk", "/desk/cases", "/desk/payments" })
        {
            var response = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var page = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain(GraduatesId, page, StringComparison.Ordinal);
            Assert.DoesNotContain("13000000001", page, StringComparison.Ordinal);
        }
    }

    private Task<UnmaskAnswer> UnmaskAsync(Actor actor, string no, UnmaskForm form) => portal.Get<UnmaskField>().HandleAsync(actor, new MaskedOwner.OfCase(no), form);

    private async Task<List<AccessEntry>> UnmaskedAsync(string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.AccessEntries.Where(entry => entry.CaseNo == no && entry.Kind == AccessKind.Unmasked).ToListAsync();
    }
}
