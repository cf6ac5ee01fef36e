using Portal.Data.Messages;

namespace Portal.Casework.Messages;

/// <summary>What staff are told about their work. It leads to the desk, and names no applicant: it leaves the portal by mail.</summary>
public static class StaffMessages
{
    public static Message ToDesk(Guid reader, string subject, string body, DateTimeOffset at)
    {
        var message = new Message { UserId = reader, Record = Message.Desk, Subject = subject, Body = body, At = at };
        message.Deliveries.Add(new Delivery { Channel = Channel.Email, DueAt = at });
        return message;
    }
}
