using System.Globalization;
using Portal.Access;
using Portal.Casework.Time;

namespace Portal.Components;

/// <summary>Tells whoever asks too often when to come back: in words on the page, and in the header that programs read.</summary>
/// <param name="time">Of the machine: the wait is real, whatever day the business date says.</param>
public sealed class TooMany(LookUpLimits limits, TimeProvider time)
{
    /// <summary>Counts a question from where a request comes from.</summary>
    /// <returns>What to say instead of an answer; null where the question may be asked.</returns>
    public string? From(HttpContext context) => limits.AskFrom(context) is { Ticks: > 0 } wait
        ? $"现在从您这个网络来查询的人太多了，请在{Until(context, wait)}再试。您填的内容还在，不用重新填。" : null;

    /// <summary>Counts a try at the secret of a case.</summary>
    /// <inheritdoc cref="From" path="/returns"/>
    public string? At(HttpContext context, string number) => limits.TryAt(number) is { Ticks: > 0 } wait
        ? $"这个办件编号刚才输错的次数多了。为了保护您的信息，请在{Until(context, wait)}再试；着急的话，登录后随时可以看。" : null;

    /// <summary>The question was a right one and counts against nobody.</summary>
    public void WasRight(HttpContext context, string number) => limits.WasRight(context, number);

    private string Until(HttpContext context, TimeSpan wait)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        // Rounded up: told to come at a minute, nobody may come too early.
        var at = (time.GetUtcNow() + TimeSpan.FromMinutes(minutes)).ToOffset(BusinessClock.ChinaStandardTime);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes}分钟后（{at:H:mm}）");
    }
}
