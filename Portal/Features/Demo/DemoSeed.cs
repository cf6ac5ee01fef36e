using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Protection;
using Portal.Domain.Values;
using Portal.Time;

namespace Portal.Features.Demo;

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
        foreach (var account in DemoAccounts.All)
        {
            var user = await users.FindByNameAsync(account.Account) ?? await CreateAsync(users, account, vault, clock.Today);
            foreach (var role in account.Roles)
                if (!await users.IsInRoleAsync(user, role))
                    Expect(await users.AddToRoleAsync(user, role));
        }

        await AddFirmsAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), vault, clock, cancellation);
    }

    private static async Task<PortalUser> CreateAsync(UserManager<PortalUser> users, DemoAccount account, FieldVault vault, DateOnly today)
    {
        var user = new PortalUser { UserName = account.Account, FullName = account.Name, StaffRegion = account.Place };
        if (account.ResidentId is { } idText && ResidentId.TryParse(idText, today, out var id) == IdentifierFault.None) user.ResidentId = vault.Seal(id);
        if (account.Mobile is { } mobileText && MobileNumber.TryParse(mobileText, out var mobile)) user.Mobile = vault.Seal(mobile);
        Expect(await users.CreateAsync(user, DemoAccounts.Password));
        return user;
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
