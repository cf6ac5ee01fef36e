namespace Portal.Features.Citizen.Ratings;

/// <summary>The five levels of 好差评 (国办发〔2019〕51号), the best first.</summary>
public static class RatingTexts
{
    public static readonly IReadOnlyList<(int Score, string Word)> Levels = [(5, "非常满意"), (4, "满意"), (3, "基本满意"), (2, "不满意"), (1, "非常不满意")];

    public static string Of(int score) => Levels.First(level => level.Score == score).Word;
}
