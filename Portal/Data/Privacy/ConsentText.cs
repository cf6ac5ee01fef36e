
namespace Portal.Data.Privacy;

/// <summary>What is consented to apart from the rest (个人信息保护法 arts. 14 and 29).</summary>
public enum ConsentKind
{
    /// <summary>个人信息: what an application needs.</summary>
    Application,

    /// <summary>敏感个人信息: resident ID, bank account, hardship.</summary>
    Sensitive,
}

/// <summary>A text people consent to. Once shown it is never edited: another wording is another version.</summary>
/// <param name="Version">Kept with every consent, 16 characters at most.</param>
/// <param name="Label">What the box says that is ticked.</param>
public sealed record ConsentText(ConsentKind Kind, string Version, DateOnly From, string Title, IReadOnlyList<string> Paragraphs, string Label)
{
    /// <summary>Whether the last that somebody has said consents to this very text.</summary>
    public bool IsConsentedBy(ConsentEntry? last) => last is { IsGiven: true } && last.TextVersion == Version;
}

/// <summary>Every text that was ever consented to, so that it can be shown which one it was; the last of a kind stands.</summary>
public static class ConsentTexts
{
    public static readonly IReadOnlyList<ConsentText> All =
    [
        new(ConsentKind.Application, "2020-1", new DateOnly(2020, 11, 1), "个人信息处理说明",
        [
            "处理您个人信息的是受理您申请的人力资源社会保障经办机构，用这个网站办理。",
            "用到的信息：姓名、手机号、电子邮箱（选填）、申请表里填写的情况、上传的材料，以及办理的经过和结果。",
            "用途只有三个：核实您符不符合条件、把钱付到您的账户、告诉您办到了哪一步。不作他用，也不卖给或送给别人。",
            "能看到的人：您自己；申请所在地区的经办、审核、复核、财务、督查、审计和管理人员。谁什么时候看过，您可以在“我的账号”里查。",
            "草稿保存到您删除为止；提交以后的办件和拨付记录，从办结起保存10年。",
            "不同意就不能在网上申请，但您仍然可以到经办窗口办理。同意以后随时可以在“我的账号”里撤回：撤回后不能提出新的申请，已经提交的会依法办完。",
        ], "我已经看过，同意按上面的说明处理我的个人信息"),
        new(ConsentKind.Sensitive, "2020-1", new DateOnly(2020, 11, 1), "敏感个人信息单独同意",
        [
            "有几项信息一旦泄露，可能伤害到您的财产或者尊严，所以单独征得您的同意：身份证号码、收款的银行账号，以及说明您有困难的情况，例如就业困难人员、最低生活保障、残疾、长期没有收入。",
            "为什么需要：身份证号码用来确认是您本人、防止别人冒领；银行账号用来付款；困难情况是有些补贴的条件，只有申请这些补贴时才会问。",
            "怎么保护：身份证号码、手机号和银行账号加密保存，页面上只显示一部分。工作人员要看完整号码，必须写明理由，系统会留下记录，您查得到。",
        ], "我单独同意处理上面这些敏感个人信息"),
    ];

    public static ConsentText Current(ConsentKind kind) => All.Last(text => text.Kind == kind);

    public static IReadOnlyList<ConsentText> CurrentOnes { get; } = [.. Enum.GetValues<ConsentKind>().Select(Current)];

    public static ConsentText? Find(ConsentKind kind, string version) => All.FirstOrDefault(text => text.Kind == kind && text.Version == version);
}
