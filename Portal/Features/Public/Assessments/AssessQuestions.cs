using System.Text.Json;
using Portal.Casework.Rulebooks;
using Portal.Domain.Calendar;
using Portal.Domain.Measures;

namespace Portal.Features.Public.Assessments;

/// <summary>The answer to a posted body: one assessment, a list of them, or the first fault.</summary>
public abstract record AssessmentAnswer
{
    public sealed record One(AssessmentResponse Response) : AssessmentAnswer;

    public sealed record Many(IReadOnlyList<AssessmentResponse> Responses) : AssessmentAnswer;

    public sealed record Faulty(RequestFault Fault) : AssessmentAnswer;
}

/// <summary>Answers questions to the rules; stateless, and the whole array is refused when one element is faulty.</summary>
public sealed class AssessQuestions(RulebookSource source, MeasureCatalog catalog)
{
    public const int MostAtOnce = 1000;

    public async Task<AssessmentAnswer> HandleAsync(Stream body, CancellationToken cancellation)
    {
        using var json = await ParseAsync(body, cancellation);
        if (json is null) return new AssessmentAnswer.Faulty(new RequestFault("", "请求正文不是有效的 JSON。"));
        if (JsonText.FindUnreadable(json.RootElement) is { } unreadable)
            return new AssessmentAnswer.Faulty(new RequestFault(unreadable, "含有不成字的字符编码，请按 UTF-8 发送。"));
        var reader = new RequestReader(catalog, await source.RegionsAsync(cancellation));
        var rules = await source.RulesAsync(cancellation);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Array)
            return Answer(reader, rules, root, "", out var single) is { } fault ? new AssessmentAnswer.Faulty(fault) : new AssessmentAnswer.One(single!);
        if (root.GetArrayLength() > MostAtOnce)
            return new AssessmentAnswer.Faulty(new RequestFault($"[{MostAtOnce}]", $"一次最多 {MostAtOnce} 条，请分批提交。"));
        var responses = new List<AssessmentResponse>(root.GetArrayLength());
        foreach (var element in root.EnumerateArray())
        {
            if (Answer(reader, rules, element, $"[{responses.Count}]", out var response) is { } elementFault) return new AssessmentAnswer.Faulty(elementFault);
            responses.Add(response!);
        }

        return new AssessmentAnswer.Many(responses);
    }

    private static RequestFault? Answer(RequestReader reader, Domain.Rules.Rulebook rules, JsonElement json, string prefix, out AssessmentResponse? response)
    {
        response = null;
        if (reader.Read(json, prefix, out var question) is { } fault) return fault;
        var path = prefix.Length == 0 ? "" : prefix + ".";
        try
        {
            var terms = question!.Measure.TermsFor(rules, question.Region, question.AsOf, question.WhatIf);
            response = AssessmentResponse.From(question.Measure.Assess(question.Facts, terms));
            return null;
        }
        catch (CalendarYearMissingException missing)
        {
            return new RequestFault(path + "asOf", $"{missing.Year} 年的节假日安排尚未公布，无法计算期限，请换一个日期。");
        }
        catch (OverflowException)
        {
            return new RequestFault(path + "facts", "数额过大，无法计算，请核对金额和数量。");
        }
    }

    private static async Task<JsonDocument?> ParseAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            return await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
