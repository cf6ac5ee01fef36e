using Portal.Domain.Batches;
using Portal.Domain.Places;
using Portal.Domain.Values;

namespace Portal.Casework.Batches;

/// <summary>An account that money is paid from, and paid back to.</summary>
public sealed record Debtor(string Name, string Bank, BankAccount Account);

/// <summary><c>Payments:Debtor</c>: the account a place pays from; its own, the city's, the province's, or the one for all.</summary>
/// <param name="isDemo">Whether an account of the demo stands in where none is set.</param>
public sealed class Debtors(IConfiguration configuration, bool isDemo)
{
    private const string Section = "Payments:Debtor";

    /// <returns>Null when none is set.</returns>
    /// <exception cref="InvalidOperationException">What is set is no account; the message says which setting to put right.</exception>
    public Debtor? For(string place) =>
        RegionDirectory.Chain(place).Select(code => Read($"{Section}:{code}")).Append(Read(Section)).FirstOrDefault(debtor => debtor is not null)
        ?? (isDemo ? new Debtor("演示专户（辽宁省就业补助资金）", "中国样例银行", Account("1000000000000001", Section)) : null);

    private Debtor? Read(string path)
    {
        var section = configuration.GetSection(path);
        if (section["Account"] is not { Length: > 0 } account) return null;
        return new Debtor(Text(section, "Name", path), Text(section, "Bank", path), Account(account, path));
    }

    private static string Text(IConfigurationSection section, string key, string path) =>
        BankText.Fit(section[key] ?? "", BankText.NameAtMost) is { Length: > 0 } text ? text : throw new InvalidOperationException($"{path}:{key} must be set with {path}:Account.");

    private static BankAccount Account(string text, string path) =>
        BankAccount.TryParseCorporate(text, out var account) == IdentifierFault.None ? account : throw new InvalidOperationException($"{path}:Account is no account of 8 to 32 digits.");
}
