using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Protection;
using Portal.Domain.Values;

namespace Portal.Features.Platform.Demo;

/// <summary>Fills the demo with people, staff and a few firms.</summary>
public static class DemoSeed
{
    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByNameAsync(DemoAccounts.All[^1].Account) is not null) return;
        var vault = services.GetRequiredService<FieldVault>();
        var clock = services.GetRequiredService<BusinessClock>();
        var today = clock.Today;
        // A hash is slow on purpose, and each has a salt of its own: eleven of them take as many cores as there are.
        var drafts = DemoAccounts.All.AsParallel().AsOrdered().Select(account => Draft(account, users.PasswordHasher, vault, today)).ToArray();
        foreach (var (account, draft) in DemoAccounts.All.Zip(drafts))
        {
            var user = await users.FindByNameAsync(account.Account) ?? await CreateAsync(users, draft);
            foreach (var role in account.Roles)
                if (!await users.IsInRoleAsync(user, role))
                    Expect(await users.AddToRoleAsync(user, role));
        }

        await AddFirmsAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), vault, clock, cancellation);
    }

    private static PortalUser Draft(DemoAccount account, IPasswordHasher<PortalUser> hasher, FieldVault vault, DateOnly today)
    {
        var user = new PortalUser { UserName = account.Account, FullName = account.Name, StaffRegion = account.Place };
        if (account.ResidentId is { } idText && ResidentId.TryParse(idText, today, out var id) == IdentifierFault.None) user.ResidentId = vault.Seal(id);
        if (account.Mobile is { } mobileText && MobileNumber.TryParse(mobileText, out var mobile)) user.Mobile = vault.Seal(mobile);
        user.PasswordHash = hasher.HashPassword(user, DemoAccounts.Password);
        return user;
    }

    private static async Task<PortalUser> CreateAsync(UserManager<PortalUser> users, PortalUser draft)
    {
        Expect(await users.CreateAsync(draft));
        return draft;
    }

    private static async Task AddFirmsAsync(PortalDbContext db, FieldVault vault, BusinessClock clock, CancellationToken cancellation)
    {
        if (await db.Firms.AnyAsync(cancellation)) return;
        var hr = await db.Users.SingleAsync(user => user.UserName == "hr", cancellation);
        foreach (var firm in DemoFirms.All)
        {
            var record = new Firm
            {
                CreditCode = firm.CreditCode,
                Name = firm.Name,
                RegionCode = firm.Region,
                AccountHolder = firm.Name,
                Bank = "中国样例银行",
            };
            if (BankAccount.TryParseCorporate(firm.Account, out var account) == IdentifierFault.None) record.Account = vault.Seal(account);
            record.Members.Add(new FirmMembership { UserId = hr.Id, IsAdministrator = true, Since = clock.Now });
            db.Add(record);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException("Demo data: " + string.Join("; ", result.Errors.Select(error => error.Code)));
    }
}
