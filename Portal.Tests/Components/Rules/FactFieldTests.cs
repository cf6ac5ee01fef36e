using Bunit;
using MudBlazor.Services;
using Portal.Components.Rules;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Components.Rules;

public sealed class FactFieldTests : BunitContext
{
    public FactFieldTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Fact]
    public void A_label_leads_to_its_input_and_the_help_describes_it()
    {
        var field = Show(FlexibleSocialInsurance.MonthlyContribution);

        var input = field.Find("input");
        Assert.Equal(field.Find("label").GetAttribute("for"), input.Id);
        Assert.Contains(field.Find(".hint").Id!, input.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("decimal", input.GetAttribute("inputmode"));
    }

    [Fact]
    public void A_malformed_number_stays_as_it_was_typed_and_is_told_when_the_field_is_left()
    {
        var text = "";
        var field = Show(FlexibleSocialInsurance.MonthlyContribution, typed: value => text = value);

        field.Find("input").Input("12元3");
        field.Render(parameters => parameters.Add(f => f.Text, text));
        Assert.Empty(field.FindAll(".error"));
        field.Find("input").Blur();

        Assert.Equal("12元3", field.Find("input").GetAttribute("value"));
        Assert.Equal(FlexibleSocialInsurance.MonthlyContribution.Explain, field.Find(".error").TextContent);
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_choice_hands_on_its_code()
    {
        var text = "";
        var field = Show(FlexibleSocialInsurance.PersonCategory, typed: value => text = value);

        field.FindAll("input[type=radio]")[1].Click();

        Assert.Equal(FlexibleSocialInsurance.Graduate, text);
    }

    [Fact]
    public void An_error_of_the_form_stands_beside_the_field()
    {
        var field = Show(FlexibleSocialInsurance.FlexiblyEmployed, error: "请选择一项。");

        Assert.Equal("请选择一项。", field.Find("fieldset .error").TextContent);
        Assert.Contains(field.Find(".error").Id!, field.Find("fieldset").GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("１，２３４．５０", "1234.50")]
    [InlineData(" 1,234.5元 ", "1234.50")]
    public void Signs_people_add_for_their_own_eyes_are_taken_off(string typed, string read)
    {
        var fact = FlexibleSocialInsurance.MonthlyContribution;

        var facts = TypedFacts.Read(new FlexibleSocialInsurance().Facts, new Dictionary<string, string> { [fact.Name] = typed }, new DateOnly(2020, 11, 16));

        Assert.Equal(read, facts.Facts.Text(fact));
        Assert.Empty(facts.Faults);
    }

    private IRenderedComponent<FactField> Show(Fact fact, Action<string>? typed = null, string? error = null) =>
        Render<FactField>(parameters => parameters
            .Add(field => field.Fact, fact)
            .Add(field => field.Today, new DateOnly(2020, 11, 16))
            .Add(field => field.Error, error)
            .Add(field => field.TextChanged, typed ?? (_ => { })));
}
