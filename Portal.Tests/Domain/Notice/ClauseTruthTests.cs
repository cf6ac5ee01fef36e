using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain.Notice;

/// <summary>What the policy pages and the forms say holds today, in words people use.</summary>
public sealed class ClauseTruthTests
{
    [Fact]
    public void What_can_be_done_here_is_not_said_to_be_missing()
    {
        var clauses = ClauseCatalog.Chapters.SelectMany(chapter => chapter.Clauses).ToDictionary(clause => clause.Number);

        Assert.Null(clauses[20].NotYet);
        Assert.Contains("一次申请", clauses[20].Now!, StringComparison.Ordinal);
        Assert.Contains("记账", clauses[19].Now!, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_question_of_yes_and_no_is_a_question_and_one_to_a_person_says_you()
    {
        foreach (var measure in new MeasureCatalog().All)
        {
            foreach (var fact in measure.Facts.Facts.OfType<YesNoFact>())
            {
                Assert.EndsWith("？", fact.Question, StringComparison.Ordinal);
                Assert.True(measure.Audience == Audience.Firm || fact.Question.Contains('您'), fact.Question);
            }
        }
    }
}
