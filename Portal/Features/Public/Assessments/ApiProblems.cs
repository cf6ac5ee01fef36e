namespace Portal.Features.Public.Assessments;

/// <summary>Whatever goes wrong under <c>/api</c> is told as a problem document (RFC 9457), in Chinese and without internals.</summary>
internal static class ApiProblems
{
    public static void AddApiProblems(this IServiceCollection services) => services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            problem.Detail ??= Explain(problem.Status ?? context.HttpContext.Response.StatusCode);
            // It tells a caller nothing that may be acted on, and differs from call to call.
            problem.Extensions.Remove("traceId");
        });

    /// <summary>Stands before everything that answers under <c>/api</c>; pages have error pages of their own.</summary>
    public static void UseApiProblems(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
        api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                StatusCodeSelector = exception => exception is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
            });
            api.UseStatusCodePages();
        });

    private static string Explain(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求读不懂，请对照 /openapi/v1.json 检查。",
        StatusCodes.Status404NotFound => "没有这个接口，可用的接口见 /openapi/v1.json。",
        StatusCodes.Status405MethodNotAllowed => "这个接口不接受这种请求方法，可用的方法见 /openapi/v1.json。",
        StatusCodes.Status413PayloadTooLarge => "请求正文太大，请分批提交，每批不超过 4 MB。",
        StatusCodes.Status415UnsupportedMediaType => "请求正文应为 JSON，请把 Content-Type 设为 application/json。",
        _ => "我们这边出了点问题，请稍后再试。",
    };
}
