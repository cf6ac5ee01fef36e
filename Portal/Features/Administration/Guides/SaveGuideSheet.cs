using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Components;
using Portal.Data;
using Portal.Data.Guides;
using Portal.Forms;

namespace Portal.Features.Administration.Guides;

public abstract record GuideAnswer
{
    /// <param name="Changes">How many elements changed; 0 when everything stood already.</param>
    public sealed record Saved(int Changes) : GuideAnswer;

    /// <summary>Unknown, or not the actor's to keep.</summary>
    public sealed record NotAllowed : GuideAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : GuideAnswer;
}

/// <summary>Writes the elements of a guide that changed; the public page shows them at its next visit.</summary>
public sealed class SaveGuideSheet(IDbContextFactory<PortalDbContext> databases, ShowGuideSheet sheets, PublicPages pages, BusinessClock clock)
{
    public async Task<GuideAnswer> HandleAsync(Actor actor, string code, string place, GuideForm form, CancellationToken cancellation = default)
    {
        if (await sheets.HandleAsync(actor, code, place, cancellation) is not { } sheet) return new GuideAnswer.NotAllowed();
        var changed = sheet.Lines.Where(line => form.Typed(line.Rule.Element) is { } typed && typed != (line.Text ?? "")).ToList();
        var errors = changed.Select(line => Fault(line, form)).OfType<FormError>().ToList();
        if (errors.Count > 0) return new GuideAnswer.Faulty(errors);
        if (changed.Count == 0) return new GuideAnswer.Saved(0);

        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.AddRange(changed.Select(line => Entry(sheet, line, form, actor)));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return new GuideAnswer.Faulty([new FormError(null, "刚才有人也在改这份指南，您的内容还没有保存。请核对后再按一次“保存”。")]);
        }

        pages.Renew();
        return new GuideAnswer.Saved(changed.Count);
    }

    private GuideEntry Entry(GuideSheet sheet, GuideLineSheet line, GuideForm form, Actor actor) => new()
    {
        Subject = sheet.Subject.Code,
        RegionCode = sheet.Place.Code,
        Element = line.Rule.Element,
        Revision = line.Revision + 1,
        Text = form.Typed(line.Rule.Element) is { Length: > 0 } text ? text : null,
        At = clock.Now,
        ActorId = actor.UserId,
        ActorName = actor.Name,
    };

    private static FormError? Fault(GuideLineSheet line, GuideForm form)
    {
        var element = line.Rule.Element;
        if (line.Rule.Fault(form.Typed(element)!) is { } fault) return new FormError(element.ToString(), fault);
        if (form.Seen.GetValueOrDefault(element.ToString()) == line.Revision) return null;
        return new FormError(element.ToString(), $"别人刚刚改过这一项，现在是“{line.Text ?? "空白"}”。请核对；仍要用您填写的内容，就再按一次“保存”。");
    }
}
