using CsCheck;
using Portal.Casework.Ledger;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Ledger;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Finance.Reconciliation;

namespace Portal.Tests.Features.Finance.Reconciliation;

/// <summary>Whatever happens to the money of a case, in any order and twice over, every check of the audit holds after every step.</summary>
public sealed class MoneyEventsTests
{
    private static readonly string[] Conditions = [Trigger.Approval, Trigger.TrainingStart, Trigger.Halfway, Trigger.Acceptance, Trigger.Monthly];

    private static readonly CaseCheck[] Checks =
        [new PlanMakesEntitlement(), new LedgerMatchesInstalments(), new NothingIsNegative(), new EntriesAreSound(), new RecoveriesMatchLedger(), new SetOffsMatchInstalments()];

    private static readonly Gen<(int Trigger, long Amount, bool IsDue)[]> Plans = Gen.Select(Gen.Int[0, 4], Gen.Long[1, 99_999], Gen.Bool).Array[1, 5];

    private static readonly Gen<(int What, int Which, double Share)[]> Events = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Double.Unit).Array[0, 40];

    [Fact]
    public void Every_invariant_holds_after_every_event_and_every_repeated_event() => Gen.Select(Plans, Events).Sample((plan, events) =>
    {
        using var db = new SqliteDesignFactory().CreateDbContext([]);
        var scene = new Scene(db, plan);
        scene.Check();
        foreach (var (what, which, share) in events)
            for (var twice = 0; twice < 2; twice++)
            {
                scene.Do(what, which, share);
                scene.Check();
            }
    }, iter: 400);

    private sealed class Scene
    {
        private readonly PortalDbContext _db;
        private readonly CaseLedger _money;
        private readonly List<Recovery> _recoveries = [];

        public Scene(PortalDbContext db, (int Trigger, long Amount, bool IsDue)[] plan)
        {
            _db = db;
            Record = new Case
            {
                No = "LN202011160000018",
                MeasureCode = "training-subsidy",
                ApplicantName = "甲",
                RegionCode = "210202",
                State = CaseState.Approved,
                FactsJson = "{}",
                AssessmentJson = "{}",
                Entitlement = new Money(plan.Sum(part => part.Amount)),
            };
            Record.Instalments.AddRange(plan.Select((part, i) => new PaymentInstalment
            {
                CaseId = Record.Id,
                Sequence = i + 1,
                Trigger = Conditions[part.Trigger],
                Amount = new Money(part.Amount),
                DueOn = part.IsDue ? Clock.Today : null,
            }));
            _money = CaseLedger.Begin(db, Record, Clock, null);
            var total = Record.Entitlement.Value;
            var split = new FundingSplit(new Money(total.Fen / 3), new Money(total.Fen / 4), total - new Money(total.Fen / 3) - new Money(total.Fen / 4));
            _money.Commit(Record.Instalments, split);
        }

        private static BusinessClock Clock { get; } = new(TimeProvider.System, null!, new ClockOptions(ClockOptions.Real));

        private Case Record { get; }

        public void Check()
        {
            var entries = _db.ChangeTracker.Entries<LedgerEntry>().Select(entry => entry.Entity).ToArray();
            Assert.Empty(Checks.SelectMany(check => check.Find(new AuditedCase(Record, entries, _recoveries))).Select(finding => finding.Text));
        }

        public void Do(int what, int which, double share)
        {
            switch (what)
            {
                case 0: With(InstalmentState.Waiting, which, part => _money.FallDue(part, Clock.Today)); break;
                case 1: With(InstalmentState.Due, which, part => _money.Pay(part, Guid.CreateVersion7(), Clock.Today, "PZ")); break;
                case 2: With(InstalmentState.Paid, which, part => { if (CaseLedger.MayReturn(part) && part.SetOff < part.Amount) _money.Return(part, Guid.CreateVersion7(), "账号不符"); }); break;
                case 3: With(InstalmentState.Due, which, CaseLedger.Batch); break;
                case 4: With(InstalmentState.Batched, which, part => { if (share < 0.3) CaseLedger.Unbatch(part); else _money.Send(part, Guid.CreateVersion7()); }); break;
                case 5: With(InstalmentState.Sent, which, part => { if (share < 0.4) _money.Refuse(part, Guid.CreateVersion7(), "户名不符"); else _money.Pay(part, Guid.CreateVersion7(), Clock.Today, "B"); }); break;
                case 6: Change(new Money((long)(share * 200_000))); break;
                case 7: Receive(which, share); break;
                case 8: SetOff(which); break;
                case 9: Waive(which); break;
            }
        }

        private void With(InstalmentState state, int which, Action<PaymentInstalment> act)
        {
            var parts = Record.Instalments.Where(part => part.State == state).ToArray();
            if (parts.Length > 0) act(parts[which % parts.Length]);
        }

        private void Change(Money total)
        {
            var plan = PlanChange.Of(_money.Plan, total);
            if (plan.Stuck > Money.Zero) return;
            var id = Guid.CreateVersion7();
            _money.Change(plan, id, SourceAmounts.Of(null, total).Take(plan.TopUp), part => part.Instead is { } ? null : Clock.Today);
            Record.Entitlement = total;
            if (plan.Claim == Money.Zero) return;
            var recovery = new Recovery { Id = id, CaseId = Record.Id, Reason = "查实", Amount = plan.Claim };
            recovery.Parts.AddRange(RecoverySchedule.Of(plan.Claim, 3, Clock.Today).Select(step => new RecoveryPart { Sequence = step.Sequence, Amount = step.Amount, DueOn = step.DueOn }));
            _recoveries.Add(recovery);
        }

        private void Receive(int which, double share) => WithClaim(which, recovery =>
            Take(recovery, new Money(Math.Max(1, (long)(recovery.Left.Fen * share))), null, (amount, id) => _money.Recover(amount, EntryKind.Recover, id, Clock.Today)));

        private void SetOff(int which) => WithClaim(which, recovery => With(InstalmentState.Due, which, part =>
            Take(recovery, RecoverySchedule.SetOff(part.Amount - part.SetOff, recovery.Left), part.Id, (amount, id) =>
            {
                if (amount == Money.Zero) return;
                _money.KeepBack(part, amount, id, "抵扣");
                _money.Recover(amount, EntryKind.SetOff, id, Clock.Today);
            })));

        private void Waive(int which) => WithClaim(which, recovery =>
        {
            var left = recovery.Left;
            _money.Waive(left, Guid.CreateVersion7());
            recovery.Waived += left;
            Record.Entitlement += left;
            recovery.ClosedOn = Clock.Today;
        });

        private void WithClaim(int which, Action<Recovery> act)
        {
            var open = _recoveries.Where(recovery => recovery.Left > Money.Zero).ToArray();
            if (open.Length > 0) act(open[which % open.Length]);
        }

        private static void Take(Recovery recovery, Money amount, Guid? instalment, Action<Money, Guid> move)
        {
            var id = Guid.CreateVersion7();
            move(amount, id);
            if (amount == Money.Zero) return;
            recovery.Receipts.Add(new RecoveryReceipt { Id = id, RecoveryId = recovery.Id, Amount = amount, Reference = id.ToString("N"), InstalmentId = instalment });
            recovery.Received += amount;
            if (recovery.Left == Money.Zero) recovery.ClosedOn = Clock.Today;
        }
    }
}
