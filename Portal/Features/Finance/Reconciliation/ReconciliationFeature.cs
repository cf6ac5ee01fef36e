namespace Portal.Features.Finance.Reconciliation;

/// <summary>The proof that every fen is accounted for. A check more is a class more, and a line here.</summary>
public static class ReconciliationFeature
{
    public static void AddReconciliation(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<CaseCheck, PlanMakesEntitlement>()
        .AddSingleton<CaseCheck, LedgerMatchesInstalments>()
        .AddSingleton<CaseCheck, NothingIsNegative>()
        .AddSingleton<CaseCheck, EntriesAreSound>()
        .AddSingleton<CaseCheck, RecoveriesMatchLedger>()
        .AddSingleton<CaseCheck, SetOffsMatchInstalments>()
        .AddSingleton<CaseCheck, LinesMatchLedger>()
        .AddSingleton<CaseCheck, LinesMatchAnswers>()
        .AddSingleton<IAuditCheck, BatchesMatchLines>()
        .AddSingleton<IAuditCheck, SetOffsPair>()
        .AddSingleton<IAuditCheck, SumsMatchLedger>()
        .AddSingleton<IAuditCheck, WhatIsOpenIsQueued>()
        .AddSingleton<RunAudit>();
}
