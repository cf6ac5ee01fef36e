using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Finance.Batches;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Batches;

/// <summary>From what is due to what the bank has, on a real database.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly BatchScene _scene;

    public BatchTests() => _scene = new BatchScene(_portal);

    [Fact]
    public async Task What_is_due_goes_to_the_bank_when_another_person_approves()
    {
        var record = await _scene.DueAsync(10_000, 5_050);
        var batch = await _scene.CollectAsync();
        Assert.Equal((BatchState.Draft, 2, new Money(15_050), "PC20201116-0001"), (batch.State, batch.Count, batch.Total, batch.No));
        Assert.All((await _portal.CaseAsync(record.No)).Instalments, part => Assert.Equal(InstalmentState.Batched, part.State));

        Assert.IsType<StepResult.Done>(await _scene.ProposeAsync(batch));
        Assert.Equal(1, await _scene.WorkAsync(WorkKind.ApproveBatch, batch.No));
        batch = await _scene.BatchAsync(batch.No);
        Assert.IsType<StepResult.Done>(await _scene.ApproveAsync(batch));

        batch = await _scene.BatchAsync(batch.No);
        Assert.Equal((BatchState.Ready, 2, new Money(15_050)), (batch.State, batch.Count, batch.Total));
        Assert.Equal(["PC20201116-0001-000001", "PC20201116-0001-000002"], batch.Lines.Select(line => line.EndToEndId));
        Assert.Equal((0, 15_050, 0), await _scene.BookAsync(record));
        Assert.Equal(0, await _scene.WorkAsync(WorkKind.ApproveBatch, batch.No));
    }

    [Fact]
    public async Task Whoever_made_or_proposed_a_batch_does_not_approve_it()
    {
        var record = await _scene.DueAsync(10_000);
        var batch = await _scene.CollectAsync();
        var proposer = TestCases.Staff(BatchScene.Region, Roles.Finance, Roles.Approver);
        Assert.IsType<StepResult.Done>(await _portal.Get<ProposeBatch>().HandleAsync(proposer, batch.No, batch.Version, "2020-11-18"));
        batch = await _scene.BatchAsync(batch.No);

        Assert.Contains("另一位同事", Assert.IsType<StepResult.Refused>(await _scene.ApproveAsync(batch, proposer)).Message, StringComparison.Ordinal);
        Assert.Contains("另一位同事", Assert.IsType<StepResult.Refused>(await _scene.ApproveAsync(batch, _scene.Finance)).Message, StringComparison.Ordinal);
        Assert.IsType<StepResult.Refused>(await _scene.ApproveAsync(batch, TestCases.Staff(BatchScene.Region, Roles.Auditor)));
        Assert.IsType<StepResult.NotFound>(await _scene.ApproveAsync(batch, TestCases.Staff("210100", Roles.Approver)));
        Assert.Equal((10_000, 0, 0), await _scene.BookAsync(record));

        Assert.IsType<StepResult.Done>(await _scene.ApproveAsync(batch, TestCases.Staff("210200", Roles.Finance)));
    }

    [Fact]
    public async Task A_party_to_a_case_neither_collects_nor_approves_it()
    {
        var party = await _portal.ActorAsync("hr") with { Roles = new HashSet<string> { Roles.Finance, Roles.Approver }, Place = BatchScene.Region };
        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            var firm = await db.Firms.SingleAsync(firm => firm.CreditCode == "91210202000000001F");
            var due = await _scene.DueAsync(10_000);
            await db.Database.ExecuteSqlAsync($"UPDATE Cases SET FirmId = {firm.Id} WHERE Id = {due.Id}");
        }

        Assert.IsType<CreateBatchResult.Nothing>(await _portal.Get<CreateBatch>().HandleAsync(party, new BatchFilter()));
        var preview = await _portal.Get<PreviewBatch>().HandleAsync(party, new BatchFilter());
        Assert.Equal((Exclusion.Party, 1), (Assert.Single(preview!.Exclusion).Why, preview.Named.Count));
        var batch = await _scene.ProposedAsync();
        Assert.Contains("LN", Assert.IsType<StepResult.Refused>(await _scene.ApproveAsync(batch, party)).Message, StringComparison.Ordinal);
        Assert.True(batch.Lines.Single().IsCorporate);
    }

    [Fact]
    public async Task Two_people_who_collect_at_once_share_out_what_there_is()
    {
        var cases = new List<Case>();
        for (var i = 0; i < 6; i++) cases.Add(await _scene.DueAsync(1_000 + i));
        var people = Enumerable.Range(0, 5).Select(_ => TestCases.Staff(BatchScene.Region, Roles.Finance)).ToArray();

        await Task.WhenAll(people.Select(person => Task.Run(() => _portal.Get<CreateBatch>().HandleAsync(person, new BatchFilter()))));

        await using var db = await _portal.Databases.CreateDbContextAsync();
        var lines = await db.BatchLines.AsNoTracking().ToListAsync();
        Assert.Equal(6, lines.Count);
        Assert.Equal(6, lines.Select(line => line.InstalmentId).Distinct().Count());
        Assert.Equal(cases.Sum(record => record.Entitlement!.Value.Fen), (await db.PaymentBatches.ToListAsync()).Sum(batch => batch.Total.Fen));
    }

    [Fact]
    public async Task A_payment_held_back_stays_due_stands_in_no_batch_and_comes_back_when_another_person_releases_it()
    {
        var (record, other) = (await _scene.DueAsync(10_000), await _scene.DueAsync(20_000));
        var batch = await _scene.ProposedAsync();
        var line = batch.Lines.Single(line => line.CaseId == record.Id);
        var hold = _portal.Get<HoldLine>();
        Assert.IsType<StepResult.Invalid>(await hold.HandleAsync(_scene.Approver, line.EndToEndId, " "));
        Assert.IsType<StepResult.Refused>(await hold.HandleAsync(TestCases.Staff(BatchScene.Region, Roles.Auditor), line.EndToEndId, "核对户名"));
        Assert.IsType<StepResult.NotFound>(await hold.HandleAsync(TestCases.Staff("210100", Roles.Finance), line.EndToEndId, "核对户名"));

        Assert.IsType<StepResult.Done>(await hold.HandleAsync(_scene.Approver, line.EndToEndId, "核对户名"));
        Assert.IsType<StepResult.Done>(await hold.HandleAsync(_scene.Approver, line.EndToEndId, "核对户名"));

        batch = await _scene.BatchAsync(batch.No);
        Assert.Equal((1, new Money(20_000), "暂缓：核对户名"), (batch.Count, batch.Total, batch.Lines.Single(one => one.Id == line.Id).Reason));
        var part = (await _portal.CaseAsync(record.No)).Instalments[0];
        Assert.Equal((InstalmentState.Due, "核对户名", _scene.Approver.Name), (part.State, part.HeldReason, part.HeldByName));
        Assert.Equal((10_000, 0, 0), await _scene.BookAsync(record));
        var preview = (await _portal.Get<PreviewBatch>().HandleAsync(_scene.Finance, new BatchFilter()))!;
        Assert.Equal((0, Exclusion.Held, line.EndToEndId), (preview.Count, preview.Named[0].Why, preview.Named[0].Held));
        Assert.IsType<CreateBatchResult.Nothing>(await _portal.Get<CreateBatch>().HandleAsync(_scene.Finance, new BatchFilter()));

        Assert.Contains("另一位同事", Assert.IsType<StepResult.Refused>(await hold.ReleaseAsync(_scene.Approver, line.EndToEndId)).Message, StringComparison.Ordinal);
        Assert.IsType<StepResult.Done>(await hold.ReleaseAsync(_scene.Finance, line.EndToEndId));
        Assert.IsType<StepResult.Done>(await _scene.ApproveAsync(batch));
        Assert.Equal(new Money(10_000), (await _scene.CollectAsync()).Total);
        Assert.Equal((0, 20_000, 0), await _scene.BookAsync(other));
    }

    [Fact]
    public async Task Two_who_approve_at_once_send_every_line_once()
    {
        var record = await _scene.DueAsync(10_000, 20_000);
        var batch = await _scene.ProposedAsync();
        var people = Enumerable.Range(0, 5).Select(_ => TestCases.Staff(BatchScene.Region, Roles.Approver)).ToArray();

        var results = await Task.WhenAll(people.Select(person => Task.Run(() => _scene.ApproveAsync(batch, person))));

        Assert.Single(results, result => result is StepResult.Done);
        Assert.Equal((0, 30_000, 0), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task An_approval_killed_between_two_chunks_goes_on_where_it_was()
    {
        var records = new List<Case>();
        for (var i = 0; i < 3; i++) records.Add(await _scene.DueAsync([.. Enumerable.Repeat(100L, 200)]));
        var batch = await _scene.ProposedAsync();
        await using (var db = await _portal.Databases.CreateDbContextAsync())
            // As the decision leaves it, before the first chunk.
            await db.PaymentBatches.Where(one => one.Id == batch.Id).ExecuteUpdateAsync(set => set
                .SetProperty(one => one.State, BatchState.Approved).SetProperty(one => one.ApprovedById, _scene.Approver.UserId)
                .SetProperty(one => one.ApprovedByName, _scene.Approver.Name).SetProperty(one => one.ApprovedAt, batch.ProposedAt));

        Assert.False(await _portal.Get<SendBatch>().HandleAsync(batch.Id, atMost: 1));
        var half = await _scene.BatchAsync(batch.No);
        Assert.Equal((BatchState.Approved, 500), (half.State, half.Lines.Count(line => line.State == LineState.Sent)));

        Assert.True(await _portal.Get<SendBatch>().HandleAsync(batch.Id));
        batch = await _scene.BatchAsync(batch.No);
        Assert.Equal((BatchState.Ready, 600, new Money(60_000)), (batch.State, batch.Count, batch.Total));
        foreach (var record in records) Assert.Equal((0, 20_000, 0), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task What_cannot_be_paid_is_left_out_and_the_reason_is_told()
    {
        await _scene.DueAsync(null, BatchScene.Region, 1_000);
        var changing = await _scene.DueAsync(2_000);
        await ChangeAccountAsync(changing, AccountChangeState.Open);
        var setOff = await _scene.DueAsync(3_000);
        var elsewhere = await _scene.DueAsync(BatchScene.Account(), "210102", 4_000);
        var good = await _scene.DueAsync(5_000);
        await using (var db = await _portal.Databases.CreateDbContextAsync())
            await db.PaymentInstalments.Where(part => part.CaseId == setOff.Id).ExecuteUpdateAsync(set => set.SetProperty(part => part.SetOff, new Money(3_000)));

        var preview = await _portal.Get<PreviewBatch>().HandleAsync(_scene.Finance, new BatchFilter());

        Assert.Equal((1, new Money(5_000)), (preview!.Count, preview.Total));
        Assert.Equal([(Exclusion.NoAccount, 1, 1_000L), (Exclusion.AccountChanges, 1, 2_000L), (Exclusion.NothingLeft, 1, 0L)], preview.Exclusion.Select(sum => (sum.Why, sum.Count, sum.Amount.Fen)));
        Assert.Equal(good.Id, Assert.Single((await _scene.CollectAsync()).Lines).CaseId);
        Assert.Equal((4_000, 0, 0), await _scene.BookAsync(elsewhere));
    }

    [Fact]
    public async Task Only_what_the_filter_asks_for_is_collected()
    {
        await _scene.DueAsync(1_000);
        Assert.IsType<CreateBatchResult.Nothing>(await _portal.Get<CreateBatch>().HandleAsync(_scene.Finance, new BatchFilter(MeasureCode: "hiring-grant")));
        Assert.IsType<CreateBatchResult.Nothing>(await _portal.Get<CreateBatch>().HandleAsync(_scene.Finance, new BatchFilter(City: "210100")));
        Assert.IsType<CreateBatchResult.Nothing>(await _portal.Get<CreateBatch>().HandleAsync(_scene.Finance, new BatchFilter(Until: new DateOnly(2020, 11, 20))));
        Assert.IsType<CreateBatchResult.NotAllowed>(await _portal.Get<CreateBatch>().HandleAsync(_scene.Approver, new BatchFilter()));

        Assert.Single((await _scene.CollectAsync(new BatchFilter("training-subsidy", "210200", new DateOnly(2020, 11, 21)))).Lines);
    }

    [Fact]
    public async Task An_account_changed_meanwhile_stops_the_approval_until_the_line_is_dropped()
    {
        var record = await _scene.DueAsync(1_000);
        await _scene.DueAsync(2_000);
        var batch = await _scene.ProposedAsync();
        await ChangeAccountAsync(record, AccountChangeState.Open);

        Assert.Contains(record.No, Assert.IsType<StepResult.Refused>(await _scene.ApproveAsync(batch)).Message, StringComparison.Ordinal);
        Assert.IsType<StepResult.Done>(await _portal.Get<CancelBatch>().ReturnAsync(_scene.Approver, batch.No, batch.Version, "账户在换"));
        var line = batch.Lines.Single(line => line.CaseId == record.Id);
        Assert.IsType<StepResult.Invalid>(await _portal.Get<RemoveLine>().HandleAsync(_scene.Finance, line.EndToEndId, " "));
        Assert.IsType<StepResult.Done>(await _portal.Get<RemoveLine>().HandleAsync(_scene.Finance, line.EndToEndId, "账户在换"));
        Assert.IsType<StepResult.Done>(await _portal.Get<RemoveLine>().HandleAsync(_scene.Finance, line.EndToEndId, "账户在换"));

        batch = await _scene.BatchAsync(batch.No);
        Assert.Equal((BatchState.Draft, 1, new Money(2_000)), (batch.State, batch.Count, batch.Total));
        Assert.Equal(InstalmentState.Due, (await _portal.CaseAsync(record.No)).Instalments[0].State);
        await _scene.ProposeAsync(batch);
        Assert.IsType<StepResult.Done>(await _scene.ApproveAsync(await _scene.BatchAsync(batch.No)));
        Assert.IsType<StepResult.Stale>(await _portal.Get<RemoveLine>().HandleAsync(_scene.Finance, batch.Lines[1].EndToEndId, "晚了"));
    }

    [Fact]
    public async Task A_cancelled_batch_makes_everything_due_again_and_one_at_the_bank_is_not_cancelled()
    {
        var record = await _scene.DueAsync(1_000, 2_000);
        var batch = await _scene.CollectAsync();
        Assert.IsType<StepResult.Done>(await _portal.Get<CancelBatch>().CancelAsync(_scene.Finance, batch.No, batch.Version, "编错了"));
        Assert.All((await _portal.CaseAsync(record.No)).Instalments, part => Assert.Equal(InstalmentState.Due, part.State));

        var sent = await _scene.SentAsync();
        Assert.IsType<StepResult.Stale>(await _portal.Get<CancelBatch>().CancelAsync(_scene.Finance, sent.No, sent.Version, "晚了"));
        Assert.Equal((0, 3_000, 0), await _scene.BookAsync(record));
    }

    [Theory]
    [InlineData("")]
    [InlineData("昨天")]
    [InlineData("2020-11-15")]
    [InlineData("2021-11-16")]
    public async Task The_bank_is_asked_to_pay_on_a_day_soon_to_come(string day)
    {
        await _scene.DueAsync(1_000);
        Assert.Equal(ProposeBatch.ExecutionField, Assert.IsType<StepResult.Invalid>(await _scene.ProposeAsync(await _scene.CollectAsync(), day)).Errors.Single().FieldId);
    }

    private async Task ChangeAccountAsync(Case record, AccountChangeState state)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var account = BatchScene.Account();
        db.Add(new AccountChange
        {
            CaseId = record.Id,
            AskedById = Guid.CreateVersion7(),
            AskedByName = "某人",
            Holder = "样例企业有限公司",
            Bank = "别的银行",
            Account = _portal.Get<FieldVault>().Seal(SealPurpose.BankAccount, account, Mask.BankAccount(account)),
            State = state,
        });
        await db.SaveChangesAsync();
    }

    public void Dispose() => _portal.Dispose();
}
