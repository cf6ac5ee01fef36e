using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Identity;

namespace Portal.Features.Citizen.Privacy;

public abstract record CloseAnswer
{
    public sealed record Closed : CloseAnswer;

    public sealed record NotConfirmed(PasswordAnswer Why) : CloseAnswer;

    /// <param name="Reasons">What has to be done first.</param>
    public sealed record NotYet(IReadOnlyList<string> Reasons) : CloseAnswer;
}

/// <summary>Closes a person's account (注销): erases what need not be kept and locks what must be, all of it or nothing.</summary>
public sealed class CloseAccount(IDbContextFactory<PortalDbContext> databases, PasswordCheck passwords, Erasure erasure, BusinessClock clock, SignInManager<PortalUser> session)
{
    public async Task<CloseAnswer> HandleAsync(Actor actor, string? password, CancellationToken cancellation = default)
    {
        if (await passwords.AskAsync(actor, password) is var answer && answer != PasswordAnswer.Right) return new CloseAnswer.NotConfirmed(answer);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Serializable: no case may come in between the question whether one is open and the closing.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var reasons = await ClosingCheck.ReasonsAsync(db, actor, cancellation);
        if (reasons.Count > 0) return new CloseAnswer.NotYet(reasons);
        await erasure.RunAsync(db, actor.UserId, clock.Now, cancellation);
        await transaction.CommitAsync(cancellation);
        await session.SignOutAsync();
        return new CloseAnswer.Closed();
    }

    /// <returns>What stands against closing now; empty when nothing does.</returns>
    public async Task<IReadOnlyList<string>> ReasonsAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await ClosingCheck.ReasonsAsync(db, actor, cancellation);
    }
}
