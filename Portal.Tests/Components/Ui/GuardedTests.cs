using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Components.Ui;

namespace Portal.Tests.Components.Ui;

public sealed class GuardedTests : BunitContext
{
    private bool _fails = true;

    [Fact]
    public void A_fault_leaves_a_way_on_and_says_what_is_kept()
    {
        var page = Render<Guarded>(guarded => guarded.Add(g => g.Kept, "已经保存的内容不会丢。").Add(g => g.ChildContent, Content));

        page.Find("button.faulty").Click();

        Assert.Contains("已经保存的内容不会丢。", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        _fails = false;
        page.Find("button.btn").Click();
        page.Find("button.faulty").Click();
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    private RenderFragment Content => builder =>
    {
        builder.OpenComponent<Faulty>(0);
        builder.AddComponentParameter(1, nameof(Faulty.Act), () =>
        {
            if (_fails) throw new InvalidOperationException("The line is gone.");
        });
        builder.CloseComponent();
    };

    private sealed class Faulty : ComponentBase
    {
        [Parameter] public Action Act { get; set; } = () => { };

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "class", "faulty");
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, _ => Act()));
            builder.CloseElement();
        }
    }
}
