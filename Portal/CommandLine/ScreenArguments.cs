namespace Portal.CommandLine;

/// <summary>What <c>screen</c> was asked to do.</summary>
internal sealed record ScreenArguments(string File, string AsOf, string Out, bool Store)
{
    /// <exception cref="UsageException">Something is missing, or there is something the verb does not know.</exception>
    public static ScreenArguments Read(string[] args)
    {
        string? file = null, asOf = null, result = null;
        var store = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--as-of": asOf = ValueAfter(args, ref i); break;
                case "--out": result = ValueAfter(args, ref i); break;
                case "--store": store = true; break;
                case var text when text.StartsWith('-') || file is not null: throw new UsageException($"screen does not know '{text}'.");
                case var text: file = text; break;
            }
        }

        return new ScreenArguments(
            file ?? throw new UsageException("screen needs a roster FILE."),
            asOf ?? throw new UsageException("screen needs --as-of."),
            result ?? throw new UsageException("screen needs --out."),
            store);
    }

    private static string ValueAfter(string[] args, ref int i) =>
        ++i < args.Length ? args[i] : throw new UsageException($"{args[i - 1]} needs a value.");
}
