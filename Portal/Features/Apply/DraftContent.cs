using System.Text.Json;
using Portal.Data.Protection;

namespace Portal.Features.Apply;

/// <summary>What a form holds, as it was typed: readable or not, nothing is lost.</summary>
public sealed class DraftContent
{
    public string Place { get; set; } = "";

    public string Bank { get; set; } = "";

    public string Account { get; set; } = "";

    /// <summary>Whether the account of the firm's record is used; its number is then not repeated here.</summary>
    public bool UsesFirmAccount { get; set; }

    /// <summary>One for each measure applied for, in the order they are asked.</summary>
    public List<MeasureAnswers> Measures { get; init; } = [];

    /// <summary>Tells the fields of one measure from those of another; a form for one measure needs no telling apart.</summary>
    public string PrefixOf(MeasureAnswers measure) => Measures.Count > 1 ? measure.Code + "-" : "";

    /// <summary>Sealed as a whole: which fields are personal changes with every form.</summary>
    public string Seal(FieldVault vault) => vault.Encrypt(SealPurpose.Draft, JsonSerializer.Serialize(this));

    public static DraftContent Open(FieldVault vault, string cipher) =>
        JsonSerializer.Deserialize<DraftContent>(vault.Decrypt(SealPurpose.Draft, cipher)) ?? new DraftContent();
}

/// <summary>What was typed for one measure.</summary>
public sealed class MeasureAnswers
{
    /// <summary>Of the measure.</summary>
    public required string Code { get; init; }

    /// <summary>Text by fact name.</summary>
    public Dictionary<string, string> Answers { get; init; } = [];

    /// <summary>The first month claimed, such as 2020-09, where the applicant alone benefits.</summary>
    public string FirstMonth { get; set; } = "";

    /// <summary>The number the training is filed under.</summary>
    public string TrainingNumber { get; set; } = "";

    public List<PersonEntry> People { get; init; } = [];
}

/// <summary>A row of the list of people, as it was typed.</summary>
public sealed class PersonEntry
{
    public string Name { get; set; } = "";

    public string ResidentId { get; set; } = "";

    /// <summary>The first month claimed for this person, such as 2020-09.</summary>
    public string FirstMonth { get; set; } = "";

    public Dictionary<string, string> Answers { get; init; } = [];

    /// <summary>How the spreadsheet named this person that they came from; by it the same row is known again. Null for who was typed.</summary>
    public string? ImportedAs { get; set; }
}
