namespace Portal.Domain.Cases;

/// <summary>What is found of one person of a list, beside what the rule finds by the person's facts.</summary>
public enum PersonFinding
{
    /// <summary>Nobody has looked at this person yet.</summary>
    Unexamined,

    /// <summary>Staff found what is said of this person to be so.</summary>
    Met,

    /// <summary>Staff found, with a reason, that this person is none to pay for.</summary>
    NotMet,

    /// <summary>The applicant is asked to put right what is said of this person (补正).</summary>
    ToCorrect,

    /// <summary>The applicant took this person off the list.</summary>
    TakenBack,
}

public static class PersonFindings
{
    /// <summary>Whether nothing is paid for the person, whatever the facts say.</summary>
    public static bool RulesOut(PersonFinding finding) => finding is PersonFinding.NotMet or PersonFinding.TakenBack;

    /// <summary>What staff can find; the rest comes about by itself or by the applicant.</summary>
    public static readonly IReadOnlyList<PersonFinding> OfStaff = [PersonFinding.Met, PersonFinding.NotMet, PersonFinding.ToCorrect, PersonFinding.Unexamined];

    public static string ToChinese(PersonFinding finding) => finding switch
    {
        PersonFinding.Unexamined => "未核对",
        PersonFinding.Met => "已核对，属实",
        PersonFinding.NotMet => "核对不符合",
        PersonFinding.ToCorrect => "请补正",
        PersonFinding.TakenBack => "申请人已去掉",
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };
}
