using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Privacy;
using Portal.Forms;

namespace Portal.Features.Citizen.Privacy;

/// <summary>What the consent page posts: the version of each text that was shown, when its box was ticked.</summary>
public sealed class ConsentForm
{
    public string? Application { get; set; }

    public string? Sensitive { get; set; }

    public string? VersionFor(ConsentKind kind) => kind == ConsentKind.Application ? Application : Sensitive;

    /// <summary>Both boxes ticked under the texts that stand.</summary>
    public static ConsentForm ToAll() => new()
    {
        Application = ConsentTexts.Current(ConsentKind.Application).Version,
        Sensitive = ConsentTexts.Current(ConsentKind.Sensitive).Version,
    };
}

public abstract record ConsentAnswer
{
    public sealed record Given : ConsentAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : ConsentAnswer;

    /// <summary>Staff apply for nothing here.</summary>
    public sealed record NotAllowed : ConsentAnswer;
}

/// <summary>Keeps that a person consents to the texts as they stand; both, or an application could not be handled.</summary>
public sealed class GiveConsent(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public async Task<ConsentAnswer> HandleAsync(Actor actor, ConsentForm form, CancellationToken cancellation = default)
    {
        if (actor.IsStaff) return new ConsentAnswer.NotAllowed();
        var faults = ConsentTexts.CurrentOnes.Select(text => ConsentCheck.Fault(text, form.VersionFor(text.Kind))).OfType<FormError>().ToArray();
        if (faults.Length > 0) return new ConsentAnswer.Faulty(faults);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Pressed twice it is still one consent.
        await db.GiveConsentAsync(actor.UserId, clock.Now, cancellation);
        await db.SaveChangesAsync(cancellation);
        return new ConsentAnswer.Given();
    }
}
