using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Components.Cases;

/// <summary>What an amount is called: nobody has determined it before the case is decided.</summary>
public static class AmountTexts
{
    public const string Estimated = "测算金额";
    public const string Determined = "核定金额";

    public static string LabelOf(Case record) => LabelOf(record.State, record.DecidedOn is not null);

    public static string LabelOf(CaseState state, bool isDecided) =>
        isDecided && state is not CaseState.Refused || state is CaseState.Approved or CaseState.Settled or CaseState.AwaitingAccount ? Determined : Estimated;
}
