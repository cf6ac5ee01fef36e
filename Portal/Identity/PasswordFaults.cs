using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;

namespace Portal.Identity;

public static class PasswordFaults
{
    /// <returns>What is wrong with a new password, in the words of the portal; none where it may be set.</returns>
    public static async Task<IReadOnlyList<string>> PasswordFaultsAsync(this UserManager<PortalUser> users, PortalUser user, string password)
    {
        var faults = new List<string>();
        foreach (var validator in users.PasswordValidators) faults.AddRange((await validator.ValidateAsync(users, user, password)).Errors.Select(error => error.Description));
        return faults;
    }
}
