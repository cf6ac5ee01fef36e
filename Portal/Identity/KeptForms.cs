using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Primitives;

namespace Portal.Identity;

/// <summary>A form that was sent after its person's session had ended.</summary>
/// <param name="Name">Of the form on its page.</param>
/// <param name="Until">When it is forgotten.</param>
public sealed record KeptForm(string Path, string Name, IReadOnlyDictionary<string, StringValues> Fields, DateTimeOffset Until);

/// <summary>Keeps what was typed into a form whose session had ended, until its person has signed in again and sees the page.</summary>
/// <remarks>
/// In this process's memory alone: in no address, no cookie, no file. One form a person, for half an hour, without passwords and files;
/// shown to the person whose session it was and to nobody else; sent by nobody but that person, by pressing again.
/// </remarks>
public sealed class KeptForms(TimeProvider time)
{
    private const string Handler = "_handler";
    private const string Token = "__RequestVerificationToken";
    private const int MostForms = 300;
    private const int MostChars = 30_000;

    /// <summary>With files, which are read past and not kept.</summary>
    private const long MostBytes = 32 * 1024 * 1024;

    /// <summary>Never typed back by anybody but the person.</summary>
    private static readonly string[] Secrets = ["Password", "PasswordAgain", "Current", "Wanted", "Again", "Secret"];

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, KeptForm> _forms = [];

    /// <summary>Keeps the form of a request that was turned away.</summary>
    /// <returns>False where the request holds none of a page, or one too large.</returns>
    public async Task<bool> KeepAsync(HttpRequest request, Guid person)
    {
        var isOfPage = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (!isOfPage || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is not (> 0 and <= MostBytes)) return false;
        try
        {
            return Keep(person, request.Path, await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }

    /// <returns>What the person had typed on this page; null where there is nothing, or no longer.</returns>
    public KeptForm? Find(Guid person, string path)
    {
        lock (_gate) return _forms.TryGetValue(person, out var form) && form.Until > time.GetUtcNow() && form.Path == path ? form : null;
    }

    /// <summary>The person has sent a form again, or is leaving.</summary>
    public void Drop(Guid person)
    {
        lock (_gate) _forms.Remove(person);
    }

    private bool Keep(Guid person, string path, IFormCollection form)
    {
        if (form[Handler] is not [{ Length: > 0 } name]) return false;
        var fields = form.Where(field => field.Key is not (Handler or Token) && !Secrets.Contains(field.Key.Split('.')[^1])).ToDictionary(field => field.Key, field => field.Value);
        if (fields.Sum(field => field.Key.Length + field.Value.Sum(text => text?.Length ?? 0)) > MostChars) return false;
        var now = time.GetUtcNow();
        lock (_gate)
        {
            foreach (var old in _forms.Where(old => old.Value.Until <= now).Select(old => old.Key).ToList()) _forms.Remove(old);
            // The oldest goes: nobody can fill the memory.
            if (_forms.Count >= MostForms) _forms.Remove(_forms.MinBy(old => old.Value.Until).Key);
            _forms[person] = new KeptForm(path, name, fields, now + KeptFor);
        }

        return true;
    }
}
