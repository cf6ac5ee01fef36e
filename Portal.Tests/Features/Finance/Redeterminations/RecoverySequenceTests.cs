using Portal.Casework.Steps;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Redeterminations;

/// <summary>Steps of staff in any order, through the portal's own handlers: whatever is refused and whatever is done, the audit stays clean.</summary>
public sealed class RecoverySequenceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const int Steps = 14;

    private readonly RecoveryScene _scene = new(portal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_audit_stays_clean_whatever_is_done_in_whatever_order(int seed)
    {
        var random = new Random(seed);
        var cases = new[]
        {
            (await _scene.TrainingAsync(paid: random.Next(3))).No,
            (await _scene.GrantedAsync(await portal.HiringAsync(relief: seed % 2 == 0))).No,
        };
        var claims = new List<Guid>();
        for (var i = 0; i < Steps; i++)
        {
            var no = cases[random.Next(cases.Length)];
            var record = await portal.CaseAsync(no);
            switch (random.Next(6))
            {
                case 0:
                    await _scene.PayAsync(no, random.Next(record.Instalments.Count));
                    break;
                case 1:
                    await _scene.MilestoneAsync(no, random.Next(2) == 0 ? Trigger.Halfway : Trigger.ContributionsResume);
                    break;
                case 2:
                    var form = new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), Keep = new Money(random.NextInt64(record.Entitlement!.Value.Fen + 1)).ToString(), AllowsSetOff = true, Parts = "2" };
                    if (await _scene.ProposeAsync(no, form) is not StepResult.Done) break;
                    if (await _scene.DecideAsync(form.Id) is not StepResult.Done) await _scene.DecideAsync(form.Id, RedeterminationState.Refused);
                    if (await _scene.FindAsync(form.Id) is not null) claims.Add(form.Id);
                    break;
                case 3 when claims.Count > 0:
                    var id = claims[random.Next(claims.Count)];
                    if ((await _scene.FindAsync(id))!.Left is { Fen: > 0 } left) await _scene.ReceiveAsync(id, new Money(random.NextInt64(left.Fen) + 1).ToString());
                    break;
                case 4 when claims.Count > 0 && record.Instalments.Find(part => part.State == InstalmentState.Due) is { } due:
                    var of = claims[random.Next(claims.Count)];
                    var receipt = Guid.CreateVersion7();
                    for (var twice = 0; twice < 2; twice++)
                        await portal.Get<SetOffPayment>().HandleAsync(await portal.ActorAsync("finance"), of, (await _scene.FindAsync(of))!.Version, due.Id, receipt);
                    break;
                case 5 when claims.Count > 0:
                    var wrong = claims[random.Next(claims.Count)];
                    await portal.Get<WaiveRecovery>().ProposeAsync(await portal.ActorAsync("reviewer"), wrong, (await _scene.FindAsync(wrong))!.Version, "更正");
                    for (var twice = 0; twice < 2; twice++)
                        await portal.Get<WaiveRecovery>().DecideAsync(await portal.ActorAsync("approver"), wrong, (await _scene.FindAsync(wrong))!.Version, random.Next(2) == 0);
                    break;
            }

            Assert.Empty((await _scene.AuditAsync()).Select(finding => $"{finding.CaseNo}: {finding.Text}"));
        }
    }
}
