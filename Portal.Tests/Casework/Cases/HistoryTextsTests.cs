using Portal.Casework.Cases;
using Portal.Components.Cases;
using Portal.Domain.Cases;

namespace Portal.Tests.Casework.Cases;

/// <summary>The applicant is spoken to, and an amount is determined only by a decision.</summary>
public sealed class HistoryTextsTests
{
    [Theory]
    [InlineData("请申请人补正", "请您补正")]
    [InlineData("申请人确认收款账户", "您确认收款账户")]
    [InlineData("开始审核", "开始审核")]
    public void A_step_of_staff_speaks_to_the_applicant(string what, string read) => Assert.Equal(read, HistoryTexts.ToApplicant(what));

    [Theory]
    [InlineData(CaseState.Submitted, false, AmountTexts.Estimated)]
    [InlineData(CaseState.ApprovalProposed, false, AmountTexts.Estimated)]
    [InlineData(CaseState.Refused, true, AmountTexts.Estimated)]
    [InlineData(CaseState.AwaitingAccount, false, AmountTexts.Determined)]
    [InlineData(CaseState.Approved, true, AmountTexts.Determined)]
    [InlineData(CaseState.Settled, true, AmountTexts.Determined)]
    public void Before_anyone_has_decided_an_amount_is_an_estimate(CaseState state, bool isDecided, string label) =>
        Assert.Equal(label, AmountTexts.LabelOf(state, isDecided));
}
