using System.Text.Json;

namespace Portal.Casework.Decisions;

/// <summary>Compares a stored assessment with one made again, by what was written then.</summary>
/// <remarks>What assessments have come to tell since is passed over; what was told then must come out again.</remarks>
internal static class WrittenAssessment
{
    // Sentences may be put better without anybody getting more or less.
    private static readonly string[] Wording = ["Text", "Label", "Source", "Clause"];

    private static readonly (string Member, string Name)[] Names =
    [
        ("Outcome", "结果"), ("Amount", "金额"), ("Automatic", "是否免申即享"), ("Missing", "还缺的信息"), ("PendingParameters", "待市级细则的标准"),
        ("Instalments", "拨付计划"), ("Funding", "资金分担"), ("Extras", "其他金额"), ("Conditions", "条件"), ("Arithmetic", "金额的算法"),
    ];

    public static (IReadOnlyList<string> Decided, bool Worded) Differences(string then, string again)
    {
        using var before = JsonDocument.Parse(then);
        using var after = JsonDocument.Parse(again);
        var decided = new List<string>();
        var worded = false;
        foreach (var (member, name) in Names)
        {
            var paths = new List<string>();
            Compare(Member(before.RootElement, member), Member(after.RootElement, member), member, paths);
            if (paths.Exists(path => !Wording.Contains(path))) decided.Add(name);
            else if (paths.Count > 0) worded = true;
        }

        return (decided, worded);
    }

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member : null;

    /// <param name="name">The nearest member's name, noted where something differs.</param>
    private static void Compare(JsonElement? then, JsonElement? again, string name, List<string> differing)
    {
        switch (then, again)
        {
            case ({ ValueKind: JsonValueKind.Object } one, { ValueKind: JsonValueKind.Object } other):
                foreach (var member in one.EnumerateObject()) Compare(member.Value, Member(other, member.Name), member.Name, differing);
                break;
            case ({ ValueKind: JsonValueKind.Array } one, { ValueKind: JsonValueKind.Array } other) when one.GetArrayLength() == other.GetArrayLength():
                foreach (var (first, second) in one.EnumerateArray().Zip(other.EnumerateArray())) Compare(first, second, name, differing);
                break;
            case ({ } one, { } other) when JsonElement.DeepEquals(one, other):
                break;
            default:
                differing.Add(name);
                break;
        }
    }
}
