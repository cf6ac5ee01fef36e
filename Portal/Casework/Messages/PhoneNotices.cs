using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Messages;
using Portal.Data.Protection;
using Portal.Domain.Values;

namespace Portal.Casework.Messages;

/// <summary>Tells a firm by the telephone number of the roster, where nobody acts for it on the portal.</summary>
internal static class PhoneNotices
{
    /// <summary>Puts a short message into the outbox, in the caller's unit of work; a number that takes none is left alone.</summary>
    /// <param name="cipher">Of the number, sealed for <see cref="SealPurpose.Mobile"/>; empty where there is none.</param>
    public static void TellByPhone(this PortalDbContext db, Case record, string cipher, string body, FieldVault vault, BusinessClock clock)
    {
        if (cipher.Length == 0 || !MobileNumber.TryParse(vault.Decrypt(SealPurpose.Mobile, cipher), out _)) return;
        db.Add(new PhoneNotice { CaseId = record.Id, NumberCipher = cipher, Body = PlainText.Head(body, PhoneNotice.BodyAtMost), DueAt = clock.Now });
    }
}
