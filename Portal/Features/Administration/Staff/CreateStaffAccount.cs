using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Forms;

namespace Portal.Features.Administration.Staff;

public abstract record StaffAnswer
{
    /// <param name="Link">Where its holder sets the password, once and within a day.</param>
    public sealed record Created(string Account, string Link) : StaffAnswer;

    public sealed record NotAllowed : StaffAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : StaffAnswer;
}

/// <summary>Opens an account for a member of staff: a new one always, never an applicant's turned into one.</summary>
public sealed class CreateStaffAccount(UserManager<PortalUser> users, PortalDbContext db, RulebookSource rulebooks)
{
    private static readonly FormError Taken = new("account", "这个账号已经有人用了，请换一个。");

    public async Task<StaffAnswer> HandleAsync(Actor actor, StaffForm typed, CancellationToken cancellation = default)
    {
        if (!actor.Is(Roles.Administrator)) return new StaffAnswer.NotAllowed();
        var check = StaffCheck.Of(typed, actor, await rulebooks.RegionsAsync(cancellation));
        var user = new PortalUser { UserName = check.Account, FullName = check.Name, StaffRegion = check.Place };
        if (check.Account.Length > 0 && await users.FindByNameAsync(check.Account) is not null) check.Errors.Add(Taken);
        if (check.Errors.Count > 0) return new StaffAnswer.Faulty(check.Errors);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            var result = await users.CreateAsync(user);
            if (result.Succeeded) result = await users.AddToRolesAsync(user, check.Roles);
            if (!result.Succeeded) throw new InvalidOperationException("Staff account: " + string.Join("; ", result.Errors.Select(error => error.Code)));
            var link = ActivateAccount.LinkFor(user, await users.GeneratePasswordResetTokenAsync(user));
            await transaction.CommitAsync(cancellation);
            return new StaffAnswer.Created(check.Account, link);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return new StaffAnswer.Faulty([Taken]);
        }
    }
}
