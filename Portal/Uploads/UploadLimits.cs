namespace Portal.Uploads;

/// <summary><c>Uploads:AttachmentMaxMb</c> and <c>Uploads:RosterMaxMb</c>, in mebibytes.</summary>
public sealed record UploadLimits(int AttachmentMaxMb, int RosterMaxMb)
{
    public static UploadLimits From(IConfiguration configuration) =>
        new(configuration.GetValue("Uploads:AttachmentMaxMb", 10), configuration.GetValue("Uploads:RosterMaxMb", 512));
}
