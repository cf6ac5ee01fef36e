namespace Portal.Access;

/// <summary>The roles of the portal; a person may hold several.</summary>
public static class Roles
{
    /// <summary>申请人: anyone who registered.</summary>
    public const string Applicant = "applicant";

    /// <summary>企业经办人: acts for one or more firms, see a firm membership.</summary>
    public const string Member = "member";

    /// <summary>经办: uploads rosters, publishes and releases.</summary>
    public const string Operator = "operator";

    /// <summary>审核: takes cases up and proposes.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>复核: decides what another proposed.</summary>
    public const string Approver = "approver";

    /// <summary>财务: records payments.</summary>
    public const string Finance = "finance";

    public const string Supervisor = "supervisor";
    public const string Auditor = "auditor";
    public const string Administrator = "administrator";

    public static readonly IReadOnlyList<string> All =
        [Applicant, Member, Operator, Reviewer, Approver, Finance, Supervisor, Auditor, Administrator];

    public static string NameOf(string role) => role switch
    {
        Applicant => "申请人",
        Member => "企业经办人",
        Operator => "经办",
        Reviewer => "审核",
        Approver => "复核",
        Finance => "财务",
        Supervisor => "督查",
        Auditor => "审计",
        Administrator => "管理员",
        _ => role,
    };

    /// <summary>For <c>[Authorize(Roles = …)]</c>: everyone who works on cases.</summary>
    public const string Staff = $"{Operator},{Reviewer},{Approver},{Finance},{Supervisor},{Auditor},{Administrator}";

    /// <summary>Likewise: everyone who works on rosters and the refunds they make.</summary>
    public const string RunViewers = $"{Operator},{Reviewer},{Approver},{Administrator}";

    /// <summary>Likewise: everyone who handles or oversees what goes to the bank.</summary>
    public const string BatchViewers = $"{Finance},{Approver},{Supervisor},{Auditor}";

    /// <summary>Likewise: everyone who watches over the money of a place.</summary>
    public const string MoneyWatchers = $"{Finance},{Supervisor},{Auditor}";
}
