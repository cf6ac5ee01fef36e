using Portal.Data.Seed;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Ledger;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>Every term the portal promises or asks for, by its clause, ruling or the portal's own rule.</summary>
public sealed class DeadlineTests
{
    private const string Dalian = "210202";
    private static readonly DateOnly Monday = new(2020, 11, 16);
    private static readonly DateOnly LastCounted = Situation.Rules.Calendar.Years.Select(year => new DateOnly(year, 12, 31)).Max();

    [Fact]
    public void What_comes_in_on_a_monday_is_paid_by_the_next_monday() =>
        Assert.Equal(new DateOnly(2020, 11, 23), PaymentTerm.From(Situation.Rules, Dalian, Monday));

    [Fact]
    public void The_promise_of_clause_20_holds_where_the_book_has_no_number_for_it() =>
        Assert.Equal(5, PaymentTerm.WorkingDays(Situation.Rules with { Parameters = new ParameterBook([]) }, Dalian, Monday));

    [Fact]
    public void The_number_of_the_book_stands_before_the_notices_own() =>
        Assert.Equal(new DateOnly(2020, 11, 19), PaymentTerm.From(With(SharedParameters.PaymentDueWorkingDays, "3"), Dalian, Monday));

    [Fact]
    public void A_deadline_in_a_year_without_published_holidays_is_not_guessed() =>
        Assert.Null(PaymentTerm.From(Situation.Rules, Dalian, LastCounted));

    [Fact]
    public void The_rest_of_a_training_is_paid_by_the_term_of_clause_12_and_everything_else_by_that_of_clause_20()
    {
        var rules = With(TrainingSubsidy.FinalDueDays, "2");

        Assert.Equal(new DateOnly(2020, 11, 18), PaymentTerm.After(new TrainingSubsidy(), Trigger.Acceptance, rules, Dalian, Monday));
        Assert.Equal(new DateOnly(2020, 11, 23), PaymentTerm.After(new TrainingSubsidy(), Trigger.Halfway, rules, Dalian, Monday));
        Assert.Equal(new DateOnly(2020, 11, 23), PaymentTerm.After(new HiringGrant(), Trigger.ContributionsResume, rules, Dalian, Monday));
    }

    [Theory]
    [InlineData(18, 25)]
    [InlineData(10, 23)]
    [InlineData(null, 23)]
    public void A_refund_is_due_after_the_end_of_publication_or_the_confirmation_whichever_is_later(int? publishedUntil, int due) => Assert.Equal(
        new DateOnly(2020, 11, due),
        PaymentTerm.OfRefund(Situation.Rules, Dalian, publishedUntil is { } day ? new DateOnly(2020, 11, day) : null, Monday));

    [Fact]
    public void A_month_of_a_benefit_is_released_once_in_a_calendar_month()
    {
        var benefit = new UnemploymentInsurance();
        DateOnly?[] released = [PaymentTerm.After(benefit, Trigger.Monthly, Situation.Rules, Dalian, Monday), null];

        Assert.True(PaymentTerm.IsReleasedInMonth(released, benefit, Situation.Rules, Dalian, new DateOnly(2020, 11, 30)));
        Assert.False(PaymentTerm.IsReleasedInMonth(released, benefit, Situation.Rules, Dalian, new DateOnly(2020, 12, 1)));
        Assert.False(PaymentTerm.IsReleasedInMonth([null], benefit, Situation.Rules, Dalian, Monday));
    }

    [Fact]
    public void A_list_is_published_for_seven_calendar_days_or_as_many_as_the_book_says()
    {
        Assert.Equal(new PublicationPeriod(Monday, new DateOnly(2020, 11, 23)), PublicationPeriod.Starting(Situation.Rules, Dalian, Monday));
        Assert.Equal(10, PublicationPeriod.Starting(With(SharedParameters.PublicationDays, "10"), Dalian, Monday)?.Days);
        Assert.Null(PublicationPeriod.Starting(Situation.Rules with { Parameters = new ParameterBook([]) }, Dalian, Monday));
    }

    [Fact]
    public void An_objection_to_a_published_firm_is_answered_before_the_list_may_be_released() =>
        Assert.Equal(new DateOnly(2020, 11, 20), ObjectionTerm.ToPublished(new PublicationPeriod(Monday, new DateOnly(2020, 11, 20))));

    [Fact]
    public void An_objection_to_having_been_left_out_is_answered_within_the_publication_term_that_holds_when_it_is_filed()
    {
        Assert.Equal(new DateOnly(2020, 11, 23), ObjectionTerm.ToLeftOut(Situation.Rules, Dalian, Monday));
        Assert.Equal(new DateOnly(2020, 11, 26), ObjectionTerm.ToLeftOut(With(SharedParameters.PublicationDays, "10"), Dalian, Monday));
    }

    [Fact]
    public void A_bad_rating_and_the_claim_to_act_for_a_firm_are_answered_within_five_working_days()
    {
        Assert.Equal(new DateOnly(2020, 11, 23), AnswerTerm.From(Situation.Rules.Calendar, Monday));
        Assert.Null(AnswerTerm.From(Situation.Rules.Calendar, LastCounted));
    }

    [Fact]
    public void A_firm_is_reminded_on_the_third_seventh_fourteenth_and_thirtieth_day()
    {
        Assert.Equal([3, 7, 14, 30], RefundReminders.Days);
        Assert.Equal(30, RefundReminders.Last);
        Assert.Equal(new DateOnly(2020, 11, 13), RefundReminders.WaitingSince(Monday, 3));
    }

    [Fact]
    public void Staff_are_told_of_what_falls_due_until_the_next_working_day()
    {
        Assert.Equal(new DateOnly(2020, 11, 23), OwnerReminder.Until(Situation.Rules.Calendar, new DateOnly(2020, 11, 20)));
        Assert.Equal(LastCounted.AddDays(1), OwnerReminder.Until(Situation.Rules.Calendar, LastCounted));
    }

    [Fact]
    public void An_invitation_can_be_used_for_seven_days() => Assert.Equal(new DateOnly(2020, 11, 23), InvitationTerm.LastDay(Monday));

    [Fact]
    public void A_closed_case_is_kept_for_ten_years() => Assert.Equal(new DateOnly(2030, 11, 16), RetentionTerm.Until(Monday));

    [Fact]
    public void A_payee_has_thirty_days_for_the_first_part() => Assert.Equal(new DateOnly(2020, 12, 16), RecoverySchedule.FirstDue(Monday));

    [Fact]
    public void The_bank_is_asked_to_pay_from_today_on_and_within_sixty_days()
    {
        Assert.True(ExecutionTerm.Allows(Monday, Monday));
        Assert.True(ExecutionTerm.Allows(Monday.AddDays(60), Monday));
        Assert.False(ExecutionTerm.Allows(Monday.AddDays(61), Monday));
        Assert.False(ExecutionTerm.Allows(Monday.AddDays(-1), Monday));
    }

    [Fact]
    public void The_earliest_refusal_that_can_be_appealed_is_the_one_whose_last_day_is_today() =>
        Assert.Equal(Monday, AppealTerm.LastDay(AppealTerm.EarliestRefusal(Monday)));

    /// <summary>The shipped book with one value set for the province.</summary>
    private static Rulebook With(Parameter parameter, string value) => Situation.Rules with
    {
        Parameters = new ParameterBook(
        [
            new ParameterRow(parameter.Key, RegionDirectory.Province, new DateOnly(2020, 1, 1), null, value, "C", "test"),
            .. SeedFiles.Parameters().Where(row => row.Key != parameter.Key),
        ]),
    };
}
