using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Domain.Calendar;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Features.Public.Assessments;

/// <summary>The public interface to the rules: anonymous, stateless, limited by <c>Api:RequestsPerMinute</c>.</summary>
public static class AssessmentsFeature
{
    private const string Limit = "api";
    private const long MaxBodyBytes = 4 * 1024 * 1024;

    public static void AddAssessments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AssessQuestions>();
        builder.Services.AddApiProblems();
        builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Liaoning employment support: rules", Version = "v1", Description = "Assess a person or firm against the measures of 辽政办发〔2020〕25号. Anonymous; nothing is stored." };
            return Task.CompletedTask;
        }));
        var perMinute = builder.Configuration.GetValue("Api:RequestsPerMinute", 600);
        builder.Services.AddRateLimiter(options => options.AddPolicy(Limit, context =>
            perMinute <= 0 ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(context), _ =>
                new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })));
        builder.Services.Configure<RateLimiterOptions>(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = async (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await TypedResults.Problem(detail: "请求太频繁，请稍后再试。", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    public static void MapAssessments(this WebApplication app)
    {
        app.UseApiProblems();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1").RequireRateLimiting(Limit).DisableAntiforgery().AllowAnonymous();
        api.MapPost("/assessments", AssessAsync)
            .Accepts<AssessmentRequest>("application/json")
            .Produces<AssessmentResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .WithSummary("Assess one question, or an array of up to 1,000.");
        api.MapGet("/measures", (MeasureCatalog catalog) => catalog.All.Select(MeasureResponse.From)).WithSummary("The measures and the facts they ask for.");
        api.MapGet("/measures/{code}", Results<Ok<MeasureDetail>, ProblemHttpResult> (string code, MeasureCatalog catalog) =>
            catalog.Find(code) is { } measure ? TypedResults.Ok(MeasureDetail.Of(measure))
            : TypedResults.Problem(detail: "没有这项政策。", statusCode: StatusCodes.Status404NotFound)).WithSummary("One measure: its facts with labels, help and allowed answers, its papers and the values it reads.");
        api.MapGet("/working-days", WorkingDaysAsync).WithSummary("The day so many working days after another; the first day is not counted.");
        api.MapGet("/parameters", ParametersAsync).WithSummary("The dated values of the parameter book.");
    }

    private static async Task<IResult> AssessAsync(HttpRequest request, AssessQuestions handler, CancellationToken cancellation) =>
        await handler.HandleAsync(request.Body, cancellation) switch
        {
            AssessmentAnswer.One one => TypedResults.Ok(one.Response),
            AssessmentAnswer.Many many => TypedResults.Ok(many.Responses),
            AssessmentAnswer.Faulty faulty => Refuse(faulty.Fault),
            _ => throw new InvalidOperationException("An answer is one, many or faulty."),
        };

    private static async Task<IResult> WorkingDaysAsync(string? from, string? days, RulebookSource source, CancellationToken cancellation)
    {
        if (!IsoDate.TryParse(from, out var start)) return Refuse(new RequestFault("from", "请填写日期，格式为 yyyy-MM-dd。"));
        if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 1000)
            return Refuse(new RequestFault("days", "请填写 0 至 1000 的整数。"));
        try
        {
            var due = (await source.RulesAsync(cancellation)).Calendar.AddWorkingDays(start, count);
            return TypedResults.Ok(new WorkingDaysResponse(start, count, due));
        }
        catch (CalendarYearMissingException missing)
        {
            return Refuse(new RequestFault("from", $"{missing.Year} 年的节假日安排尚未公布，无法计算。"));
        }
    }

    private static async Task<IResult> ParametersAsync(string? key, string? region, string? on, RulebookSource source, MeasureCatalog catalog, CancellationToken cancellation)
    {
        DateOnly day = default;
        if (on is not null && !IsoDate.TryParse(on, out day)) return Refuse(new RequestFault("on", "请填写日期，格式为 yyyy-MM-dd。"));
        if (region is not null && !(await source.RegionsAsync(cancellation)).Contains(region)) return Refuse(new RequestFault("region", "没有这个地区代码。"));
        var book = (await source.RulesAsync(cancellation)).Parameters;
        if (key is not null && !book.Knows(key)) return Refuse(new RequestFault("key", "没有这个参数。"));
        return TypedResults.Ok(book.Select(key, region, on is null ? null : day).Select(row => ParameterResponse.Of(row, catalog)));
    }

    private static ProblemHttpResult Refuse(RequestFault fault) => TypedResults.Problem(
        detail: fault.Pointer.Length == 0 ? fault.Detail : $"{fault.Pointer}：{fault.Detail}",
        statusCode: StatusCodes.Status400BadRequest,
        title: "请求有误",
        extensions: new Dictionary<string, object?>
        {
            ["pointer"] = fault.Pointer,
            ["errors"] = new Dictionary<string, string[]> { [fault.Pointer] = [fault.Detail] },
        });
}

public sealed record WorkingDaysResponse(DateOnly From, int Days, DateOnly Due);
