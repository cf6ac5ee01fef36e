namespace Portal.Features.Platform.Demo;

public sealed record DemoFirm(string CreditCode, string Name, string Region, string Account);

/// <summary>The firms of the demo; the second stands in the sample roster and waits for its automatic refund.</summary>
public static class DemoFirms
{
    public static readonly IReadOnlyList<DemoFirm> All =
    [
        new("91210202000000001F", "大连示例软件有限公司", "210202", "62000000000099991"),
        new("912112238DHXT2N823", "样例12企业0000003有限公司", "211223", "62000000000000003"),
    ];
}
