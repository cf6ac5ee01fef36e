using System.Text.Json;
using Portal.Domain.Values;
using Portal.Tests.Support;

namespace Portal.Tests.Domain;

/// <summary>The computed vectors of the standards; every value is synthetic.</summary>
public sealed class IdentifierTests
{
    private static readonly DateOnly Today = new(2020, 11, 16);
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(PortalFactory.TestData("id-vectors.json"))).RootElement;

    public static TheoryData<string, string, string> Valid() => Read("valid");

    public static TheoryData<string, string, string> Invalid() => Read("invalid");

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_identifier_is_read(string kind, string value, string fault)
    {
        Assert.Equal("", fault);
        Assert.Equal(IdentifierFault.None, Parse(kind, value));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_identifier_is_refused_for_its_own_reason(string kind, string value, string fault)
    {
        // Blanks, a country prefix and a lower-case x are put right; the inner organization check is not asked for.
        var mended = value is "21010219850103000x" or "6200 0000 0000 0005" or "+8613000000000" || fault == "ORG_CHECK";
        Assert.Equal(mended ? IdentifierFault.None : Expected(fault), Parse(kind, value));
    }

    [Fact]
    public void A_resident_ID_tells_birth_date_and_sex()
    {
        foreach (var vector in Vectors.GetProperty("residentId").GetProperty("valid").EnumerateArray())
        {
            Assert.Equal(IdentifierFault.None, ResidentId.TryParse(vector.GetProperty("value").GetString(), Today, out var id));
            Assert.Equal(vector.GetProperty("birthDate").GetString(), id.BirthDate.ToString("yyyy-MM-dd"));
            Assert.Equal(vector.GetProperty("sex").GetString() == "男", id.IsMale);
        }
    }

    [Fact]
    public void A_full_width_number_is_read_and_its_text_shows_no_more_than_the_mask()
    {
        Assert.Equal(IdentifierFault.None, ResidentId.TryParse("　２１０１０２１９９００１０１０００７ ", Today, out var id));
        Assert.Equal("210102199001010007", id.Value);
        Assert.Equal("210102********0007", id.ToString());
    }

    [Fact]
    public void The_district_01_of_a_municipality_is_a_place() =>
        Assert.NotEqual(IdentifierFault.Area, ResidentId.TryParse("110101199001010007", Today, out _));

    [Fact]
    public void Masks_show_what_the_convention_allows()
    {
        foreach (var vector in Vectors.GetProperty("masking").EnumerateArray())
        {
            var input = vector.GetProperty("input").GetString()!;
            var masked = vector.GetProperty("kind").GetString() switch
            {
                "name" => Mask.Name(input),
                "residentId" => Mask.ResidentId(input),
                "mobile" => Mask.Mobile(input),
                _ => Mask.BankAccount(input),
            };
            Assert.Equal(vector.GetProperty("output").GetString(), masked);
        }
    }

    [Theory]
    [InlineData("\U00020BB7野家", "\U00020BB7*家")]
    [InlineData("王\U0002CEEE\U00029F7E", "王*\U00029F7E")]
    [InlineData("\U00020BB7\U0002CEEE", "\U00020BB7*")]
    public void A_rare_character_is_shown_or_hidden_whole(string name, string masked) => Assert.Equal(masked, Mask.Name(name));

    [Theory]
    [InlineData("6200000000000006", true)]
    [InlineData("620000000000", true)]
    [InlineData("62000000000000000000000", true)]
    [InlineData("6200000000000005", false)]
    [InlineData("62000000000", false)]
    [InlineData("62000000000000X", false)]
    public void A_number_that_no_card_has_may_be_a_passbooks(string typed, bool needsConfirming)
    {
        Assert.Equal(needsConfirming, BankAccount.NeedsConfirming(typed));
        Assert.Equal(typed == "6200000000000005", BankAccount.Read(typed, ofFirm: false, confirmed: false, out _) is null);
        Assert.Equal(needsConfirming || typed == "6200000000000005", BankAccount.Read(typed, ofFirm: false, confirmed: true, out _) is null);
    }

    private static IdentifierFault Parse(string kind, string value) => kind switch
    {
        "residentId" => ResidentId.TryParse(value, Today, out _),
        "unifiedSocialCreditCode" => CreditCode.TryParse(value, out _),
        "bankCard" => BankAccount.TryParsePersonalCard(value, out _),
        _ => MobileNumber.TryParse(value, out _) ? IdentifierFault.None : IdentifierFault.Format,
    };

    private static IdentifierFault Expected(string fault) => fault switch
    {
        "FORMAT" => IdentifierFault.Format,
        "AREA" => IdentifierFault.Area,
        "BIRTH_DATE" => IdentifierFault.BirthDate,
        _ => IdentifierFault.CheckDigit,
    };

    private static TheoryData<string, string, string> Read(string list)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var kind in (string[])["residentId", "unifiedSocialCreditCode", "bankCard", "mobile"])
            foreach (var vector in Vectors.GetProperty(kind).GetProperty(list).EnumerateArray())
                data.Add(kind, vector.GetProperty("value").GetString()!, vector.TryGetProperty("code", out var code) ? code.GetString()! : "");
        return data;
    }
}
