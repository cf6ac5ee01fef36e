using Portal.Data;

namespace Portal.Features.Citizen.Messages;

/// <summary>Where mail goes: to an SMTP server, or as files into a folder while none is configured.</summary>
/// <param name="Host">Null writes files to <paramref name="PickupFolder"/>.</param>
public sealed record MailOptions(string? Host, int Port, string? User, string? Password, string From, string PickupFolder, string PublicAddress)
{
    public static MailOptions Read(IConfiguration configuration, DatabaseSettings database) => new(
        configuration["Mail:Host"] is { Length: > 0 } host ? host : null,
        configuration.GetValue("Mail:Port", 587),
        configuration["Mail:User"],
        configuration["Mail:Password"],
        configuration["Mail:From"] ?? "no-reply@portal.invalid",
        configuration["Mail:PickupFolder"] ?? Path.Combine(database.DataFolder, "mail"),
        (configuration["Mail:PublicAddress"] ?? "").TrimEnd('/'));
}
