namespace Portal.Access;

/// <param name="Free">How many go before the first wait; 1 or more.</param>
/// <param name="Within">How long one that was taken counts.</param>
/// <param name="Again">How many go after each wait.</param>
/// <param name="Waits">The first wait, the second and so on; the last holds for all after it.</param>
/// <param name="Most">How many keys are remembered; of more the one that was quiet longest is forgotten.</param>
public sealed record StepLimitTerms(int Free, TimeSpan Within, int Again, IReadOnlyList<TimeSpan> Waits, int Most);

/// <summary>Lets so many go by one key, then makes it wait, longer each time; after a day without one all is forgiven.</summary>
/// <remarks>What may yet turn out right is taken before it is known and given back after, or many at once would all go.</remarks>
public sealed class StepLimit(TimeProvider time, StepLimitTerms terms)
{
    /// <summary>For whoever guesses: a minute, and an hour at last.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];
    private const int MostKeys = 20_000;
    private static readonly TimeSpan Forgiven = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Standing>> _known = [];
    private readonly LinkedList<Standing> _quietFirst = new();

    /// <param name="free">As it is set; 0 is no limit.</param>
    /// <param name="waits">Null for a minute, five, fifteen, an hour.</param>
    /// <returns>Null where there is none.</returns>
    public static StepLimit? From(TimeProvider time, int free, TimeSpan within, int again, IReadOnlyList<TimeSpan>? waits = null) =>
        free <= 0 ? null : new StepLimit(time, new StepLimitTerms(free, within, Math.Min(again, free), waits ?? Waits, MostKeys));

    /// <summary>Takes one, unless the key has to wait.</summary>
    /// <returns>How long it has to wait; zero where one was taken.</returns>
    public TimeSpan Take(string key)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var standing = Touch(key, now);
            if (standing.Until > now) return standing.Until - now;
            if (--standing.Left > 0) return TimeSpan.Zero;
            standing.Until = now + terms.Waits[Math.Min(standing.Step, terms.Waits.Count - 1)];
            (standing.Step, standing.Left) = (standing.Step + 1, terms.Again);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Gives one back that turned out right, and takes back the wait that it brought.</summary>
    public void GiveBack(string key)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(key, out var node)) return;
            var (standing, now) = (node.Value, time.GetUtcNow());
            if (standing.Until > now) (standing.Until, standing.Step, standing.Left) = (now, standing.Step - 1, 1);
            else standing.Left = Math.Min(standing.Left + 1, terms.Free);
        }
    }

    private Standing Touch(string key, DateTimeOffset now)
    {
        if (_known.TryGetValue(key, out var node))
        {
            _quietFirst.Remove(node);
        }
        else
        {
            if (_known.Count >= terms.Most) Forget(_quietFirst.First!);
            _known.Add(key, node = new LinkedListNode<Standing>(new Standing(key) { Left = terms.Free, Since = now }));
        }

        _quietFirst.AddLast(node);
        var standing = node.Value;
        if (now - standing.Touched >= Forgiven) standing.Step = 0;
        if (now - standing.Since >= terms.Within && standing.Until <= now) (standing.Left, standing.Since) = (terms.Free, now);
        standing.Touched = now;
        return standing;
    }

    private void Forget(LinkedListNode<Standing> node)
    {
        _quietFirst.Remove(node);
        _known.Remove(node.Value.Key);
    }

    private sealed class Standing(string key)
    {
        public string Key => key;

        public int Left { get; set; }

        public int Step { get; set; }

        public DateTimeOffset Since { get; set; }

        public DateTimeOffset Touched { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
