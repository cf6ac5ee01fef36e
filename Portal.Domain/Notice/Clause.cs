namespace Portal.Domain.Notice;

/// <summary>What the portal makes of a clause.</summary>
public enum ClauseKind
{
    /// <summary>Holds measures whose conditions and amounts the portal assesses.</summary>
    Assessed,

    Information,

    /// <summary>Explains how something is done that is not assessed here.</summary>
    Guide,

    SelfCheck,

    /// <summary>Figures or openings that staff keep and others read.</summary>
    Board,
}

/// <summary>One of the 22 clauses of 辽政办发〔2020〕25号, in the portal's own words.</summary>
/// <param name="Number">1 to 22.</param>
public sealed record Clause(int Number, string Title, ClauseKind Kind)
{
    private static readonly string[] Digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>In addresses: <c>clause-10</c>.</summary>
    public string Code => $"clause-{Number}";

    /// <summary>The number as the notice writes it: 十, 十五, 二十二.</summary>
    public string Numeral => Number < 10 ? Digits[Number] : (Number < 20 ? "" : Digits[Number / 10]) + "十" + Digits[Number % 10];

    public required string Summary { get; init; }

    /// <summary>责任单位, as the notice names them; 各市政府 carries out every clause besides (clause 1).</summary>
    public required string Departments { get; init; }

    /// <summary>责任主体单位: who leads, where the notice tells them from the others.</summary>
    public string? Lead { get; init; }

    /// <summary>Whom the clause speaks to; empty is everybody.</summary>
    public IReadOnlyList<ApplicantGroup> Groups { get; init; } = [];

    /// <summary>What of it can be done here today, its measures apart.</summary>
    public string? Now { get; init; }

    /// <summary>What of it cannot be done here yet, said openly.</summary>
    public string? NotYet { get; init; }

    public bool IsForEverybody => Groups.Count == 0;
}

/// <summary>A chapter of the notice, in the portal's own words.</summary>
public sealed record Chapter(string Numeral, string Title, IReadOnlyList<Clause> Clauses);
