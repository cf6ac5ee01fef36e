using System.Text.Json;
using Portal.Data.Protection;

namespace Portal.Features.Apply;

/// <summary>What a form holds, as it was typed: readable or not, nothing is lost.</summary>
public sealed class DraftContent
{
    public string Place { get; set; } = "";

    /// <summary>Text by fact name.</summary>
    public Dictionary<string, string> Answers { get; init; } = [];

    /// <summary>The first month claimed, such as 2020-09.</summary>
    public string FirstMonth { get; set; } = "";

    public string Bank { get; set; } = "";

    public string Account { get; set; } = "";

    /// <summary>Whether the account of the firm's record is used; its number is then not repeated here.</summary>
    public bool UsesFirmAccount { get; set; }

    public List<HireEntry> Hires { get; init; } = [];

    /// <summary>Sealed as a whole: which fields are personal changes with every form.</summary>
    public string Seal(FieldVault vault) => vault.Encrypt(SealPurpose.Draft, JsonSerializer.Serialize(this));

    public static DraftContent Open(FieldVault vault, string cipher) =>
        JsonSerializer.Deserialize<DraftContent>(vault.Decrypt(SealPurpose.Draft, cipher)) ?? new DraftContent();
}

/// <summary>A row of the list of hires, as it was typed.</summary>
public sealed class HireEntry
{
    public string Name { get; set; } = "";

    public string ResidentId { get; set; } = "";

    public Dictionary<string, string> Answers { get; init; } = [];
}
