using Portal.Tests.Support;

namespace Portal.Tests.Components;

/// <summary>Every page of every role, on a database that makes one wait: none is drawn before its data is there.</summary>
public sealed class EveryPageTests : IDisposable
{
    private readonly WaitingPortal _waiting = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task No_page_breaks_where_everything_has_to_be_waited_for()
    {
        var portal = _waiting.Portal;
        var beside = await new LivedInScene(portal, _rosters).PlayAsync();
        var walks = new List<Walk> { new(new ScriptlessBrowser(portal, followsRedirects: true), isStranger: true) };
        foreach (var account in (string[])["graduate", "hr", "operator", "reviewer", "approver", "finance", "supervisor", "auditor", "admin"])
            walks.Add(new Walk(await ScriptlessBrowser.AsAsync(portal, account)));

        // All at once: the first to ask for something are then several.
        await Task.WhenAll(walks.Select(walk => walk.LookAsync(["/", .. beside])));
        var known = new HashSet<string>();
        foreach (var walk in walks) await walk.AskForWhatIsNotThereAsync(known);
        foreach (var walk in walks) await walk.SendFormsAsync(known);

        var broken = new List<string>();
        foreach (var walk in walks) broken.AddRange(await walk.AskNonsenseAsync(known));
        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));

        Assert.True(_waiting.WhatWentWrong.Count == 0, string.Join(Environment.NewLine, _waiting.WhatWentWrong));
        var unseen = Walk.Templates.Except(walks.SelectMany(walk => walk.Shown)).Except(["/error", "/not-found"]).ToArray();
        Assert.True(unseen.Length == 0, string.Join(Environment.NewLine, unseen));
    }

    public void Dispose()
    {
        _waiting.Dispose();
        _rosters.Dispose();
    }
}
