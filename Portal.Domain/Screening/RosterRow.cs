using System.Collections.Immutable;

namespace Portal.Domain.Screening;

/// <summary>One insured firm as a bureau's export holds it: every cell as the text that was read.</summary>
/// <param name="Number">The row's place in the file, from 1, the header not counted.</param>
public sealed record RosterRow(
    int Number,
    string CreditCode,
    string Name,
    string Region,
    string Size,
    string InsuredYearBeforeLast,
    string InsuredLastYear,
    string NotLayoffs,
    string MonthsPaid,
    string PremiumsPaid,
    string Dishonest,
    string Zombie,
    string AccountHolder,
    string Bank,
    string Account,
    string Phone = "",
    string BankCode = "")
{
    /// <summary>The code of the place as it is looked up.</summary>
    public string Place => Values.PlainText.Whole(Values.PlainText.Compact(Region));
}

/// <summary>The columns of a roster by their heading; found by name, not by place.</summary>
public static class RosterColumns
{
    public const string CreditCode = "统一社会信用代码";
    public const string Name = "单位名称";
    public const string Region = "参保地";
    public const string Size = "企业规模";
    public const string InsuredYearBeforeLast = "上上年末参保人数";
    public const string InsuredLastYear = "上年末参保人数";
    public const string NotLayoffs = "不计入裁员的减少人数";
    public const string MonthsPaid = "上年度缴费月数";
    public const string PremiumsPaid = "上年度实缴失业保险费";
    public const string Dishonest = "严重失信";
    public const string Zombie = "僵尸企业";
    public const string AccountHolder = "开户名";
    public const string Bank = "开户银行";
    public const string Account = "银行账号";
    public const string Phone = "联系电话";

    /// <summary>Of the account's branch; many rosters have none.</summary>
    public const string BankCode = "联行号";

    /// <summary>How a roster writes <see cref="Size"/>, the largest first.</summary>
    public static readonly ImmutableArray<string> Sizes = ["大型", "中型", "小型", "微型"];

    /// <summary>Without one of these no row can be decided.</summary>
    public static readonly IReadOnlyList<string> Required =
        [CreditCode, Region, Size, InsuredYearBeforeLast, InsuredLastYear, NotLayoffs, MonthsPaid, PremiumsPaid, Dishonest, Zombie];

    /// <summary>What else bureaus call <see cref="Phone"/>; of several such columns the first is read.</summary>
    public static readonly IReadOnlyList<string> PhoneNames =
        [Phone, "联系人电话", "单位电话", "单位联系电话", "电话", "电话号码", "联系方式", "手机", "手机号", "手机号码", "联系手机", "联系人手机", "联系人手机号", "经办人电话", "经办人手机", "经办人联系电话"];

    /// <summary>Kept for publication and payment; the decision does not read them.</summary>
    public static readonly IReadOnlyList<string> Kept = [Name, AccountHolder, Bank, Account, Phone, BankCode];
}

/// <summary>A row as it was understood; nothing is decided yet.</summary>
/// <param name="CreditCode">The trimmed text as read.</param>
/// <param name="Terms">The values of its place; null only where the place is the fault.</param>
/// <param name="Fault">Empty for a row that can be decided; else the first fault with its column, in Chinese.</param>
public readonly record struct ReadRow(
    int Number, string CreditCode, Values.CreditCode? Code, Rules.Terms? Terms, Rules.FactSet Facts, string Fault);

/// <summary>How a row of a roster ends.</summary>
public enum RowOutcome
{
    Automatic,
    Eligible,
    Ineligible,
    Incomplete,
    Rejected,
}

/// <param name="CreditCode">The trimmed text as read, also when the row was rejected.</param>
/// <param name="Reason">Empty for a row that is paid; else what is missing, unmet or unreadable, in Chinese.</param>
/// <param name="Facts">What the row says of the firm; null when it was rejected.</param>
/// <param name="Code">The code in its one form, by which the firm finds its row; null where it cannot be read.</param>
public sealed record ScreenedRow(
    int Number, string CreditCode, RowOutcome Outcome, Values.Money? Amount, string Reason, Rules.FactSet? Facts = null, Values.CreditCode? Code = null);
