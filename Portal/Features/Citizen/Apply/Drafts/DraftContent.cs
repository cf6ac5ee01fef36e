using System.Text.Json;
using Portal.Data.Cases;
using Portal.Data.Protection;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>What a form holds, as it was typed: readable or not, nothing is lost.</summary>
public sealed class DraftContent
{
    public string Place { get; set; } = "";

    public string Bank { get; set; } = "";

    public string Account { get; set; } = "";

    /// <summary>联行号, asked of firms alone.</summary>
    public string BankCode { get; set; } = "";

    /// <summary>The account as it stood when the person said that it is right although no card has such a number.</summary>
    public string ConfirmedAccount { get; set; } = "";

    /// <summary>Whether the account of the firm's record is used; its number is then not repeated here.</summary>
    public bool UsesFirmAccount { get; set; }

    /// <summary>The account of the person's own earlier case, to be used again without being typed.</summary>
    public EarlierAccount? Earlier { get; set; }

    public bool UsesEarlierAccount { get; set; }

    /// <summary>Where a value outside the measures comes from, by the id of its field; taken away when it is changed.</summary>
    public Dictionary<string, string> Sources { get; init; } = [];

    /// <summary>The case whose answers and papers are used again as they were; null for an application that was filled in.</summary>
    public string? Follows { get; set; }

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

    /// <summary>Where a prefilled answer comes from, by fact name; taken away when the answer is changed.</summary>
    public Dictionary<string, string> Sources { get; init; } = [];

    /// <summary>The first month claimed, such as 2020-09, where the applicant alone benefits.</summary>
    public string FirstMonth { get; set; } = "";

    /// <summary>The day on which the right began, where the measure asks for it and the applicant alone benefits.</summary>
    public string StartedOn { get; set; } = "";

    /// <summary>The number the training is filed under.</summary>
    public string TrainingNumber { get; set; } = "";

    public List<PersonEntry> People { get; init; } = [];
}

/// <summary>A bank account as an earlier case holds it: sealed, and never shown but for its mask.</summary>
/// <param name="Source">Where it comes from, as the form says it.</param>
public sealed record EarlierAccount(string Bank, string Cipher, string Index, string Masked, string Source)
{
    public static EarlierAccount? Of(Case record, string source) =>
        record is { Bank: { } bank, Account: { } account } ? new EarlierAccount(bank, account.Cipher, account.Index, account.Masked, source) : null;

    public SealedText ToSealed() => new() { Cipher = Cipher, Index = Index, Masked = Masked };
}

/// <summary>A row of the list of people, as it was typed.</summary>
public sealed class PersonEntry
{
    public string Name { get; set; } = "";

    public string ResidentId { get; set; } = "";

    /// <summary>The first month claimed for this person, such as 2020-09.</summary>
    public string FirstMonth { get; set; } = "";

    /// <summary>The day on which this person's contract, or training, began, where the measure asks for it.</summary>
    public string StartedOn { get; set; } = "";

    public Dictionary<string, string> Answers { get; init; } = [];

    /// <summary>How the spreadsheet named this person that they came from; by it the same row is known again. Null for who was typed.</summary>
    public string? ImportedAs { get; set; }
}
