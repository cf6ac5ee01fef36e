using Microsoft.EntityFrameworkCore;
using Portal.Casework.Steps;
using Portal.Data.Messages;
using Portal.Features.Desk.Review;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

public sealed class RemindOwnersTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task On_the_working_day_before_their_items_fall_due_owners_are_told_once_in_one_message()
    {
        var (first, second, pooled) = (await _portal.FlexibleAsync(), await _portal.HiringAsync(), await _portal.FlexibleAsync());
        var reviewer = await _portal.ActorAsync("reviewer");
        foreach (var record in new[] { first, second }) Assert.IsType<StepResult.Done>(await _portal.Get<AssignCase>().HandleAsync(reviewer, new CaseRef(record.No, record.Version)));

        // Due on Monday the 23rd; Friday the 20th is the working day before.
        await _portal.DaysLaterAsync(3);
        Assert.Empty(await ToStaffAsync());
        await _portal.DaysLaterAsync(1);
        await _portal.RoundAsync();
        await _portal.DaysLaterAsync(3);

        var message = Assert.Single(await ToStaffAsync());
        Assert.Equal((reviewer.UserId, "有 2 件待办就要到期", "/desk"), (message.UserId, message.Subject, message.Path));
        Assert.Contains($"11月23日审核 {first.No}", message.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(pooled.No, message.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("李晓雨", message.Body, StringComparison.Ordinal);
    }

    public void Dispose() => _portal.Dispose();

    private async Task<List<Message>> ToStaffAsync()
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.Messages.Where(message => message.Record == Message.Desk).ToListAsync();
    }
}
