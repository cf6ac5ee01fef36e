namespace Portal.Domain.Batches;

/// <summary>Where a line of a batch stands; with it goes where the money of its instalment is.</summary>
public enum LineState
{
    /// <summary>已列入: the bank has not got it.</summary>
    Listed,

    /// <summary>已剔除: taken out before the bank got it.</summary>
    Dropped,

    /// <summary>在途: on a batch that changes no more, bound for the bank or with it, and not answered.</summary>
    Sent,

    /// <summary>结果未明: the bank has it and does not know yet.</summary>
    Unknown,

    /// <summary>已到账.</summary>
    Paid,

    /// <summary>银行退回: not paid, and to be paid otherwise.</summary>
    Refused,

    /// <summary>退汇: paid, and the bank got it back.</summary>
    Returned,
}

/// <summary>What the bank says of a line.</summary>
public enum BankVerdict
{
    Paid,
    Refused,
    Unknown,
    Returned,
}

/// <summary>What an answer of the bank's moves.</summary>
public enum AnswerMove
{
    None,

    /// <summary>To the payee: out of transit, or out of what is due where the bank had refused it first.</summary>
    Pay,

    /// <summary>Back to what is due.</summary>
    Refuse,

    /// <summary>Paid before, and back to what is due.</summary>
    Return,
}

/// <summary>Why an answer contradicts what is known; a person has to look.</summary>
public enum Contradiction
{
    NotSent,
    OtherAmount,
    RefusedAfterPaid,
    PaidAfterRefused,
    ReturnedAfterClaim,
}

/// <summary>What an answer does to a line.</summary>
/// <param name="State">Where it stands afterwards.</param>
/// <param name="Contradiction">Null unless a person has to look; then nothing moves.</param>
public readonly record struct LineStep(LineState State, AnswerMove Move, Contradiction? Contradiction = null)
{
    /// <summary>Whether the answer said nothing new.</summary>
    public bool IsRepeat(LineState before) => State == before && Move == AnswerMove.None && Contradiction is null;
}

/// <summary>How a line takes the bank's answers, in whatever order and however often they come.</summary>
public static class LineTransitions
{
    /// <summary>Whether the bank still owes an answer.</summary>
    public static bool IsOpen(LineState state) => state is LineState.Sent or LineState.Unknown;

    /// <summary>Whether the instalment belongs to this line and may stand in no other.</summary>
    public static bool IsLive(LineState state) => state is LineState.Listed or LineState.Sent or LineState.Unknown or LineState.Paid;

    /// <param name="isKnown">The very same answer has been taken before: whatever came since stands.</param>
    /// <param name="isAmountRight">False when the answer names another amount than the line's.</param>
    /// <param name="isInstalmentFree">
    /// Whether the instalment could be paid now: it is due with the line's amount, in no other batch and not paid by hand. Only asked of a line that was refused.
    /// </param>
    /// <param name="mayReturn">Whether what was paid may come back: nothing of it is claimed from the payee. Only asked of a line that was paid.</param>
    public static LineStep After(LineState state, BankVerdict verdict, bool isKnown = false, bool isAmountRight = true, bool isInstalmentFree = true,
        bool mayReturn = true)
    {
        if (state is LineState.Listed or LineState.Dropped) return Contradicts(state, Contradiction.NotSent);
        if (isKnown) return Stays(state);
        if (!isAmountRight) return Contradicts(state, Contradiction.OtherAmount);
        return (state, verdict) switch
        {
            (LineState.Sent or LineState.Unknown, BankVerdict.Paid) => new(LineState.Paid, AnswerMove.Pay),
            (LineState.Sent or LineState.Unknown, BankVerdict.Refused) => new(LineState.Refused, AnswerMove.Refuse),
            (LineState.Sent or LineState.Unknown, BankVerdict.Unknown) => new(LineState.Unknown, AnswerMove.None),
            // Back before it was said to be paid: it never counted as paid, so it is refused under its true name.
            (LineState.Sent or LineState.Unknown, BankVerdict.Returned) => new(LineState.Returned, AnswerMove.Refuse),
            (LineState.Paid, BankVerdict.Returned) when !mayReturn => Contradicts(state, Contradiction.ReturnedAfterClaim),
            (LineState.Paid, BankVerdict.Returned) => new(LineState.Returned, AnswerMove.Return),
            (LineState.Paid, BankVerdict.Refused) => Contradicts(state, Contradiction.RefusedAfterPaid),
            (LineState.Refused, BankVerdict.Paid) when isInstalmentFree => new(LineState.Paid, AnswerMove.Pay),
            (LineState.Refused, BankVerdict.Paid) => Contradicts(state, Contradiction.PaidAfterRefused),
            // What is left repeats what is known, or comes late: unknown after an answer, paid after the return that took it back.
            _ => Stays(state),
        };
    }

    public static string ToChinese(LineState state) => state switch
    {
        LineState.Listed => "已列入",
        LineState.Dropped => "已剔除",
        LineState.Sent => "等银行回执",
        LineState.Unknown => "银行处理中",
        LineState.Paid => "已到账",
        LineState.Refused => "银行退回",
        LineState.Returned => "退汇",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string ToChinese(BankVerdict verdict) => verdict switch
    {
        BankVerdict.Paid => "成功",
        BankVerdict.Refused => "失败",
        BankVerdict.Unknown => "处理中",
        BankVerdict.Returned => "退汇",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    public static string ToChinese(Contradiction contradiction) => contradiction switch
    {
        Contradiction.NotSent => "这一笔没有送过银行，银行却有回执",
        Contradiction.OtherAmount => "回执的金额与送出的金额不一致",
        Contradiction.RefusedAfterPaid => "先前回执已到账，现在又说没有付成",
        Contradiction.ReturnedAfterClaim => "这笔款项正在追缴，银行却说已退汇；请先核实，免除追缴后再上传一次这份回执",
        Contradiction.PaidAfterRefused => "先前回执没有付成，这笔款项已另行拨付或列入别的批次，现在又说已到账",
        _ => throw new ArgumentOutOfRangeException(nameof(contradiction)),
    };

    private static LineStep Stays(LineState state) => new(state, AnswerMove.None);

    private static LineStep Contradicts(LineState state, Contradiction why) => new(state, AnswerMove.None, why);
}
