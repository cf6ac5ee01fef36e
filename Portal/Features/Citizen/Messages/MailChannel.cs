using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Portal.Data.Accounts;
using Portal.Data.Messages;

namespace Portal.Features.Citizen.Messages;

/// <summary>Sends by SMTP, or writes a file a message where no server is configured. The text names the case and nothing personal.</summary>
internal sealed class MailChannel(MailOptions options, ILogger<MailChannel> log) : IMessageChannel
{
    public Channel Channel => Channel.Email;

    public async Task<SendResult> SendAsync(Delivery delivery, PortalUser reader, CancellationToken cancellation)
    {
        if (!MailboxAddress.TryParse(reader.Email, out var to)) return SendResult.NoAddress;
        using var mail = Compose(delivery, reader, to);
        try
        {
            if (options.Host is null) await WriteAsync(delivery, mail, cancellation);
            else await SendAsync(mail, options.Host, cancellation);
            return SendResult.Sent;
        }
        catch (Exception failure) when (failure is IOException or SmtpCommandException or SmtpProtocolException
            or AuthenticationException or System.Net.Sockets.SocketException or SslHandshakeException)
        {
            // The exception's own text may quote the address.
            log.LogWarning("Mail for delivery {Delivery} failed: {Kind}", delivery.Id, failure.GetType().Name);
            return SendResult.Failed;
        }
    }

    private MimeMessage Compose(Delivery delivery, PortalUser reader, MailboxAddress to)
    {
        var text = delivery.Message;
        var mail = new MimeMessage { Subject = text.Subject, MessageId = $"{delivery.Id:N}@portal", Date = text.At };
        mail.From.Add(new MailboxAddress("辽宁就业创业支持", options.From));
        mail.To.Add(new MailboxAddress(reader.FullName, to.Address));
        var link = options.PublicAddress.Length == 0 ? "请登录后查看。" : $"查看：{options.PublicAddress}{text.Path}";
        mail.Body = new TextPart("plain") { Text = $"{reader.FullName}，您好：\n\n{text.Body}\n\n{link}\n\n这封邮件由系统发出，请不要直接回复。\n" };
        return mail;
    }

    /// <remarks>Under its own name: written twice it is still one file.</remarks>
    private async Task WriteAsync(Delivery delivery, MimeMessage mail, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.PickupFolder);
        await mail.WriteToAsync(Path.Combine(options.PickupFolder, $"{delivery.Id:N}.eml"), cancellation);
    }

    private async Task SendAsync(MimeMessage mail, string host, CancellationToken cancellation)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(host, options.Port, SecureSocketOptions.Auto, cancellation);
        if (options.User is not null) await client.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
        await client.SendAsync(mail, cancellation);
        await client.DisconnectAsync(true, cancellation);
    }
}
