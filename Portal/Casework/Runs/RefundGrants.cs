using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Decisions;
using Portal.Casework.Ledger;
using Portal.Casework.Messages;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Casework.Runs;

/// <summary>The parameters changed since the screening: the published amount is no longer what would be granted.</summary>
internal sealed class AmountChangedException(int row) : Exception($"Row {row} comes to another amount than was published.")
{
    public int Row { get; } = row;
}

/// <summary>Turns released rows into cases, one claim a firm and year: paid to the roster's account where that is the firm's own, else waiting for the firm (R15).</summary>
internal sealed class RefundGrants(RulebookSource rulebooks, DecisionLog decisions, FieldVault vault, BusinessClock clock)
{
    private readonly StabilizationRefund _measure = new();

    /// <summary>Whether the rows still come to what was published.</summary>
    /// <exception cref="AmountChangedException">One of them does not.</exception>
    public async Task CheckAsync(ScreeningRun run, IReadOnlyList<ScreeningRow> rows, CancellationToken cancellation)
    {
        var rules = await rulebooks.RulesAsync(cancellation);
        var terms = TermsOf(rows, rules, run);
        foreach (var row in rows)
            if (_measure.Decide(FactsOf(row), terms[row.RegionCode]) is not { Outcome: Outcome.Eligible, Automatic: true } decision || decision.Amount != row.Amount)
                throw new AmountChangedException(row.Number);
    }

    /// <summary>Works inside the caller's transaction and saves; the rows must be automatic ones of the run.</summary>
    /// <param name="actor">Null for the portal itself.</param>
    /// <returns>How many of the rows were granted; the others' firms hold the claim of that year already, or by another of the rows.</returns>
    public async Task<int> GrantAsync(PortalDbContext db, ScreeningRun run, IReadOnlyList<ScreeningRow> rows, Actor? actor, CancellationToken cancellation)
    {
        var period = run.AsOf.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var codes = rows.ToDictionary(row => row.Number, row => CodeOf(row));
        var subjects = codes.Values.ToArray();
        var held = await db.BenefitClaims.Where(claim => claim.MeasureCode == _measure.Code && claim.Period == period && subjects.Contains(claim.Subject))
            .Select(claim => claim.Subject).ToHashSetAsync(cancellation);
        // A firm that stands on the list twice holds one claim: both rows at once would only collide.
        var granted = rows.Where(row => !held.Contains(codes[row.Number])).DistinctBy(row => codes[row.Number]).ToArray();
        if (granted.Length == 0) return 0;
        var firms = await db.Firms.Where(firm => subjects.Contains(firm.CreditCode)).ToDictionaryAsync(firm => firm.CreditCode, cancellation);
        var numbers = await CaseNumbers.TakeAsync(db, clock.Today, granted.Length, cancellation);
        var rules = await rulebooks.RulesAsync(cancellation);
        var terms = TermsOf(granted, rules, run);
        var decided = new List<(Case, Assessment, Terms)>(granted.Length);
        var registered = await RegisteredAsync(db, granted, subjects, cancellation);
        for (var i = 0; i < granted.Length; i++)
        {
            var (row, code) = (granted[i], codes[granted[i].Number]);
            if (!firms.TryGetValue(code, out var firm)) db.Add(firms[code] = firm = NewFirm(row, code));
            var due = DueOf(run, row, firm, rules);
            var (record, assessment) = NewCase(run, row, firm, numbers[i], terms[row.RegionCode], due);
            record.Claims.Add(new BenefitClaim { MeasureCode = _measure.Code, Subject = code, Period = period });
            record.AddEvent(actor, clock, due is null ? "免申即享名单公示期满，等待企业确认收款账户" : "免申即享名单公示期满，打到名册里的对公账户，不用申请",
                $"名册第 {row.Number} 行；{run.PublishedOn:yyyy-MM-dd} 至 {run.PublishedUntil:yyyy-MM-dd} 公示"
                + (due is { } day ? $"；{record.Bank} {record.Account!.Masked}，最迟 {day:yyyy-MM-dd} 拨付。账户要更换的，请在列入拨付批次以前提出" : ""));
            db.Add(record);
            if (!registered.Contains(code)) db.TellByPhone(record, row.PhoneCipher, Told(record, due), vault, clock);
            Commit(db, record, assessment, actor, due);
            decided.Add((record, assessment, terms[row.RegionCode]));
        }

        await decisions.AddManyAsync(db, decided, DecisionOccasion.Released, cancellation);

        await db.SaveChangesAsync(cancellation);
        return granted.Length;
    }

    /// <summary>Firms that are told on the portal; looked for only where the roster has numbers to tell the others by.</summary>
    private static async Task<HashSet<string>> RegisteredAsync(PortalDbContext db, ScreeningRow[] rows, string[] codes, CancellationToken cancellation) =>
        Array.TrueForAll(rows, row => row.PhoneCipher.Length == 0) ? []
        : await db.FirmMemberships.Where(member => codes.Contains(member.Firm.CreditCode)).Select(member => member.Firm.CreditCode).ToHashSetAsync(cancellation);

    private static string Told(Case record, DateOnly? due) =>
        $"{record.ApplicantName}：稳岗返还 {record.Entitlement?.ToChinese()} 已核定，不用申请，" + (due is { } day
            ? $"最迟 {day:yyyy年M月d日} 打到贵单位尾号 {record.Account?.Masked[^4..]} 的账户。账户要更换的，请尽快登录平台提出，或联系参保地经办机构。办件编号 {record.No}。"
            : $"还差收款账户。请登录平台认领企业、确认账户，或联系参保地经办机构。办件编号 {record.No}。");

    /// <summary>The last day for paying where the roster's account is the firm's own; null where the firm is asked for it.</summary>
    private DateOnly? DueOf(ScreeningRun run, ScreeningRow row, Firm firm, Rulebook rules) =>
        AccountConfirmation.StandsWithoutAsking(row.AccountHolder, row.Name.Length > 0 ? row.Name : firm.Name, row.Bank, AccountOf(row))
            ? PaymentTerm.OfRefund(rules, row.RegionCode, run.PublishedUntil, run.PublishedUntil ?? clock.Today) : null;

    /// <remarks>Promised with the release: where the account is not known only its date waits for it.</remarks>
    private void Commit(PortalDbContext db, Case record, Assessment assessment, Actor? actor, DateOnly? due)
    {
        record.Instalments.AddRange(GrantedPlan.For(record, due));
        CaseLedger.Begin(db, record, clock, actor).Commit(record.Instalments, assessment.Funding);
        if (due is not null) db.OpenRefundPayment(record, due.Value, clock);
    }

    private (Case Record, Assessment Assessment) NewCase(ScreeningRun run, ScreeningRow row, Firm firm, string number, Terms terms, DateOnly? due)
    {
        var facts = FactsOf(row);
        var assessment = _measure.Assess(facts, terms);
        if (assessment is not { Outcome: Outcome.Eligible, Automatic: true } || assessment.Amount != row.Amount) throw new AmountChangedException(row.Number);
        var record = new Case
        {
            No = number,
            MeasureCode = _measure.Code,
            Origin = CaseOrigin.Screening,
            State = due is null ? CaseState.AwaitingAccount : CaseState.Approved,
            PromisedOn = due,
            DecidedOn = due is null ? null : clock.Today,
            Firm = firm,
            ApplicantName = row.Name.Length > 0 ? row.Name : firm.Name,
            RegionCode = row.RegionCode,
            FactsJson = CaseJson.Write(facts),
            AssessmentJson = CaseJson.Write(assessment),
            AsOf = run.AsOf,
            Entitlement = assessment.Amount,
            SubmittedAt = clock.Now,
            SubmittedOn = clock.Today,
            AccountHolder = row.AccountHolder,
            Bank = row.Bank,
            BankCode = row.BankCode,
            Account = Reseal(row),
            RunId = run.Id,
            RowNumber = row.Number,
        };
        return (record, assessment);
    }

    private FactSet FactsOf(ScreeningRow row) => CaseJson.ReadFacts(_measure.Facts, row.FactsJson);

    private Dictionary<string, Terms> TermsOf(IReadOnlyList<ScreeningRow> rows, Rulebook rules, ScreeningRun run) =>
        rows.Select(row => row.RegionCode).Distinct().ToDictionary(region => region, region => _measure.TermsFor(rules, region, run.AsOf));

    private Firm NewFirm(ScreeningRow row, string code) => new()
    {
        CreditCode = code,
        Name = row.Name.Length > 0 ? row.Name : code,
        RegionCode = row.RegionCode,
        AccountHolder = row.AccountHolder,
        Bank = row.Bank,
        BankCode = row.BankCode,
        Account = Reseal(row),
    };

    private string? AccountOf(ScreeningRow row) => row.AccountCipher.Length == 0 ? null : vault.Decrypt(SealPurpose.BankAccount, row.AccountCipher);

    private SealedText? Reseal(ScreeningRow row) => AccountOf(row) is { } account ? vault.Seal(SealPurpose.BankAccount, account, row.AccountMasked) : null;

    // The row keeps the code as it was written; the claim needs the one form that every writing of it comes to.
    private static string CodeOf(ScreeningRow row) => CreditCode.TryParse(row.CreditCode, out var code) == IdentifierFault.None ? code.Value
        : throw new InvalidDataException($"Row {row.Number} of run {row.RunId} is automatic without a credit code.");
}
