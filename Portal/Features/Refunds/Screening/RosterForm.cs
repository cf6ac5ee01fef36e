using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Casework.Rosters;
using Portal.Uploads;

namespace Portal.Features.Refunds.Screening;

/// <summary>Reads the upload form part by part, so that the roster goes straight to disk and never into memory.</summary>
/// <remarks>What is over the limit is read to its end and thrown away: a browser hears no answer before it has sent everything.</remarks>
internal sealed class RosterForm(RosterFiles files, UploadLimits limits, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> tokens)
{
    public const string AsOfField = "asOf";
    private const int MostFields = 16;

    public async Task<RosterFormResult> ReadAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return new RosterFormResult(null, null, UploadProblem.Empty);
        var parts = new Parts();
        try
        {
            await ReceiveAsync(new MultipartReader(boundary, context.Request.Body), parts, cancellation);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return Refuse(parts, UploadProblem.Broken);
        }

        return !await IsFreshAsync(context, parts) ? Refuse(parts, UploadProblem.Stale)
            : parts.TooLarge ? Refuse(parts, UploadProblem.TooLarge)
            : parts.Roster is null ? Refuse(parts, UploadProblem.Empty)
            : new RosterFormResult(parts.Roster, parts.Fields.GetValueOrDefault(AsOfField), null);
    }

    private async Task ReceiveAsync(MultipartReader form, Parts parts, CancellationToken cancellation)
    {
        while (await form.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (part.AsFileSection() is { FileStream: { } content } file && parts.Roster is null)
            {
                parts.Roster = await files.ReceiveAsync(file.FileName, content, limits.RosterMaxMb * 1024L * 1024L, cancellation);
                parts.TooLarge = parts.Roster is null;
            }
            else if (part.AsFormDataSection() is { } field && parts.Fields.Count < MostFields)
            {
                parts.Fields[field.Name] = await field.GetValueAsync(cancellation);
            }
        }
    }

    // The framework looks for the token in a form it would read itself; the body is spent, so it is handed over as the header.
    private async Task<bool> IsFreshAsync(HttpContext context, Parts parts)
    {
        context.Request.Headers[tokens.Value.HeaderName!] = parts.Fields.GetValueOrDefault(tokens.Value.FormFieldName) is { Length: > 0 } token ? token : "none";
        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    private RosterFormResult Refuse(Parts parts, UploadProblem problem)
    {
        if (parts.Roster is { } roster) files.Discard(roster);
        return new RosterFormResult(null, null, problem);
    }

    private sealed class Parts
    {
        public ReceivedRoster? Roster { get; set; }

        public bool TooLarge { get; set; }

        public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);
    }
}

/// <param name="Problem">Null when a roster was received.</param>
internal sealed record RosterFormResult(ReceivedRoster? Roster, string? AsOf, UploadProblem? Problem);
