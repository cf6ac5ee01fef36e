using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>What the walk and the journeys trust: a page at fault is told.</summary>
public sealed class AxeTests(Browser browser)
{
    [Theory]
    [InlineData("""<input type="text">""", "label")]
    [InlineData("""<p style="color: #999; background: #fff">这一段文字太淡</p>""", "color-contrast")]
    [InlineData("""<button></button>""", "button-name")]
    [InlineData("""<input type="text" aria-label="姓名">""", null)]
    public async Task A_page_at_fault_is_told_with_the_rule_that_it_breaks(string body, string? rule)
    {
        var page = await browser.VisitAsync("about:blank", Screen.Phone);
        await page.SetContentAsync($"""<!DOCTYPE html><html lang="zh"><head><title>页</title></head><body><main><h1>页</h1>{body}</main></body></html>""");

        var faults = await Axe.FaultsAsync(page);

        Assert.Equal(rule, faults.SingleOrDefault()?.Split(' ')[1].TrimEnd(':'));
        await page.Context.CloseAsync();
    }
}
