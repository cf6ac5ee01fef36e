using Portal.Data;

namespace Portal.Features.Citizen.Messages;

/// <summary>消息: what people are told about their cases, in the portal, by e-mail and by short message.</summary>
public static class MessagesFeature
{
    public static void AddMessages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => MailOptions.Read(builder.Configuration, services.GetRequiredService<DatabaseSettings>()));
        builder.Services.AddSingleton<IMessageChannel, MailChannel>();
        builder.Services.AddSingleton<IMessageChannel, SmsLogChannel>();
        builder.Services.AddSingleton<IPhoneChannel, SmsLogChannel>();
        builder.Services.AddSingleton<DeliverMessages>();
        builder.Services.AddSingleton<DeliverPhoneNotices>();
        builder.Services.AddSingleton<ListMessages>();
        builder.Services.AddSingleton<MarkMessagesRead>();
        if (builder.Configuration.GetValue("Messages:PauseSeconds", 5) is > 0 and var pause)
            builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<MessageSender>(services, TimeSpan.FromSeconds(pause)));
    }
}
