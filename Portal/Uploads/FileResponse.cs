namespace Portal.Uploads;

/// <summary>Answers a request with a file to keep.</summary>
public static class FileResponse
{
    public const string Csv = "text/csv; charset=utf-8";

    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <returns>Where the file's bytes go.</returns>
    public static Stream BeginFile(this HttpContext context, string contentType, string fileName)
    {
        context.Response.ContentType = contentType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        return context.Response.Body;
    }
}
