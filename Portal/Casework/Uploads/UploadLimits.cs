namespace Portal.Casework.Uploads;

/// <summary><c>Uploads:AttachmentMaxMb</c>, <c>Uploads:RosterMaxMb</c> and, for bank answers, <c>Uploads:AnswerMaxMb</c>, in mebibytes.</summary>
public sealed record UploadLimits(int AttachmentMaxMb, int RosterMaxMb, int AnswerMaxMb = 100)
{
    public static UploadLimits From(IConfiguration configuration) =>
        new(configuration.GetValue("Uploads:AttachmentMaxMb", 10), configuration.GetValue("Uploads:RosterMaxMb", 512),
            configuration.GetValue("Uploads:AnswerMaxMb", 100));
}
