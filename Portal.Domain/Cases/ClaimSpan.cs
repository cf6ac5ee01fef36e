using System.Globalization;
using Portal.Domain.Values;

namespace Portal.Domain.Cases;

/// <summary>What a claim covers: a month, a claim year, a training, or a single time ever (R12).</summary>
public abstract record ClaimSpan
{
    /// <summary>Reads the text a claim is stored with, see <see cref="ClaimPeriod"/>.</summary>
    /// <param name="asOf">The day of the claim: a benefit that is paid a single time counts in its month beside other benefits.</param>
    /// <exception cref="InvalidDataException">The text is no period.</exception>
    public static ClaimSpan Read(string period, DateOnly asOf) =>
        period == ClaimPeriod.Once ? new SingleTime(new Month(asOf.Year, asOf.Month))
        : period.StartsWith(ClaimPeriod.TrainingPrefix, StringComparison.Ordinal) ? new OfTraining(period[ClaimPeriod.TrainingPrefix.Length..])
        : ClaimPeriod.TryParseMonth(period, out var first) ? new OfMonth(new Month(first.Year, first.Month))
        : period.Length == 4 && int.TryParse(period, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? new OfYear(year)
        : throw new InvalidDataException($"A claim is for the period {period}.");

    /// <summary>Whether two claims of the same measure cover something in common.</summary>
    public bool Repeats(ClaimSpan other) => this is SingleTime || other is SingleTime || Overlaps(other);

    /// <summary>Whether claims of two measures meet in a month, a year or a training.</summary>
    public bool Overlaps(ClaimSpan other) => (this, other) switch
    {
        (OfTraining one, OfTraining two) => one.Id == two.Id,
        (OfTraining, _) or (_, OfTraining) => false,
        var (one, two) => one.First <= two.Last && two.First <= one.Last,
    };

    public abstract string ToChinese();

    private protected virtual Month First => throw new InvalidOperationException("Only spans of time begin.");

    private protected virtual Month Last => First;

    public sealed record SingleTime(Month In) : ClaimSpan
    {
        private protected override Month First => In;

        public override string ToChinese() => In.ToChinese();
    }

    public sealed record OfMonth(Month Month) : ClaimSpan
    {
        private protected override Month First => Month;

        public override string ToChinese() => Month.ToChinese();
    }

    public sealed record OfYear(int Year) : ClaimSpan
    {
        private protected override Month First => new(Year, 1);

        private protected override Month Last => new(Year, 12);

        public override string ToChinese() => $"{Year}年度";
    }

    /// <param name="Id">The number the training is filed under.</param>
    public sealed record OfTraining(string Id) : ClaimSpan
    {
        public override string ToChinese() => $"备案号为{Id}的培训";
    }
}
