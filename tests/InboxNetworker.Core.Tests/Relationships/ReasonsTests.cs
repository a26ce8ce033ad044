using System.Globalization;
using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class ReasonsTests
{
    [Fact]
    public void A_relationship_gone_quiet_is_told_in_three_sentences()
    {
        var spring = Enumerable.Range(0, 10).Select(w => (Now - Time("2023-03-01T09:00:00Z")).TotalDays - (7 * w));
        var reasons = RelationshipModel.Assess(With(History(BothWays([.. spring, 700]))), Now).Reasons;
        Assert.Equal(
            [
                "You exchanged 22 mails in 11 different weeks, most between March and May 2023; nothing for 13 months.",
                "You wrote last, on 3 May 2023.",
                "Before, you were in touch nearly every week.",
            ],
            reasons.Select(r => r.Text));
        Assert.Equal(["exchange", "last-word", "rhythm"], reasons.Select(r => r.Code));
    }

    public static TheoryData<string, (string, Direction)[]> Exchanges => new()
    {
        { "You sent 1 mail in one week, in June 2024.", [("2024-06-10", Direction.Out)] },
        { "You received 1 mail in one week, in June 2024.", [("2024-06-10", Direction.In)] },
        { "You exchanged 2 mails in one week, in June 2024.", [("2024-06-10", Direction.In), ("2024-06-11", Direction.Out)] },
        { "You sent 2 mails in 2 different weeks, all in June 2024.", [("2024-06-03", Direction.Out), ("2024-06-11", Direction.Out)] },
        { "You met once in one week, in June 2024.", [("2024-06-10", Direction.Both)] },
        { "You met 2 times in 2 different weeks, all between May and June 2024.", [("2024-05-31", Direction.Both), ("2024-06-03", Direction.Both)] },
        { "You exchanged 2 mails and met once in one week, in June 2024.", [("2024-06-10", Direction.In), ("2024-06-11", Direction.Out), ("2024-06-11", Direction.Both)] },
        { "You sent 1 mail and met once in one week, in June 2024.", [("2024-06-11", Direction.Out), ("2024-06-11", Direction.Both)] },
        { "You received 1 mail and met 2 times in one week, in June 2024.", [("2024-06-10", Direction.In), ("2024-06-10", Direction.Both), ("2024-06-11", Direction.Both)] },
        { "You received 2 mails in one week, between January and February 2024; nothing for 4 months.", [("2024-01-31", Direction.In), ("2024-02-01", Direction.In)] },
        { "You sent 2 mails in 2 different weeks, all between December 2023 and January 2024; nothing for 5 months.", [("2023-12-28", Direction.Out), ("2024-01-02", Direction.Out)] },
        { "You sent 2 mails in 2 different weeks, between January 2022 and May 2024; nothing for 3 weeks.", [("2022-01-03", Direction.Out), ("2024-05-22", Direction.Out)] },
        { "You sent 3 mails in 3 different weeks, most between May and June 2024.", [("2022-01-03", Direction.Out), ("2024-05-22", Direction.Out), ("2024-06-11", Direction.Out)] },
    };

    [Theory]
    [MemberData(nameof(Exchanges))]
    public void What_was_exchanged_is_told_with_counts_weeks_and_months(string sentence, (string, Direction)[] contacts) =>
        Assert.Equal(sentence, Assess(contacts.Select(c => Contact(Time(c.Item1 + "T10:00:00Z"), c.Item2))).Reasons[0].Text);

    [Theory]
    [InlineData(20.99, "")]
    [InlineData(21, "; nothing for 3 weeks")]
    [InlineData(69, "; nothing for 9 weeks")]
    [InlineData(91, "; nothing for 13 weeks")]
    [InlineData(92, "; nothing for 3 months")]
    [InlineData(729, "; nothing for 23 months")]
    [InlineData(730, "; nothing for 23 months")]
    [InlineData(731, "; nothing for 2 years")]
    public void A_silence_is_told_from_three_weeks_on(double days, string silence) =>
        Assert.EndsWith($"2024{silence}.", Assess(Contact(Now.AddDays(-days), Direction.In)).Reasons[0].Text.Replace("2022", "2024", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-01-15", "2026-06-15", "5 months")]
    [InlineData("2026-01-15", "2026-06-14", "4 months")]
    [InlineData("2025-11-30", "2026-02-28", "3 months")]
    [InlineData("2024-06-15", "2026-06-14", "23 months")]
    [InlineData("2024-06-15", "2026-06-15", "2 years")]
    [InlineData("2020-06-16", "2026-06-15", "5 years")]
    public void A_long_silence_is_counted_in_months_of_the_calendar(string last, string today, string silence) =>
        Assert.EndsWith(
            $"nothing for {silence}.",
            RelationshipModel.Assess(With(History([Contact(Time(last + "T12:00:00Z"), Direction.In)])), Time(today + "T12:00:00Z")).Reasons[0].Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(Direction.Out, "Ana Fox", "You wrote last, on 2 June 2024.")]
    [InlineData(Direction.In, "Ana Fox", "Ana wrote last, on 2 June 2024; you have not written since.")]
    [InlineData(Direction.In, "afox@there.example", "afox@there.example wrote last, on 2 June 2024; you have not written since.")]
    [InlineData(Direction.Both, "Ana Fox", "You last met on 2 June 2024.")]
    public void The_last_word_is_told_with_its_day(Direction direction, string name, string sentence) =>
        Assert.Equal(sentence, RelationshipModel.Assess(With(History(Contact(Time("2024-06-02T23:00:00Z"), direction)), name), Now).Reasons[1].Text);

    [Theory]
    [InlineData(7, "Before, you were in touch nearly every week.")]
    [InlineData(14, "Before, you were in touch about every 2 weeks.")]
    [InlineData(56, "Before, you were in touch about every 8 weeks.")]
    [InlineData(63, "Before, you were in touch about every 2 months.")]
    [InlineData(182, "Before, you were in touch about every 6 months.")]
    [InlineData(364, "Before, you were in touch about once a year.")]
    [InlineData(728, null)]
    public void A_rhythm_is_told_after_six_weeks_of_it(int days, string? sentence)
    {
        var silentDays = Math.Max(21, 2 * days);
        Assert.Equal(sentence, Rhythm(6, silentDays));
        Assert.Null(Rhythm(5, silentDays));
        Assert.Null(Rhythm(6, silentDays - 0.1));

        string? Rhythm(int weeks, double silentDays) =>
            Assess(BothWays(Enumerable.Range(0, weeks).Select(n => silentDays + ((double)n * days)))).Reasons.SingleOrDefault(r => r.Code == "rhythm")?.Text;
    }

    [Fact]
    public void The_newest_topic_that_lies_behind_is_told()
    {
        var (mail, meeting) = (new Topic("Budget", Now.AddDays(-9)), new Topic("Planning", Now.AddDays(-3)));
        Assert.Equal("Your last mail was about «Budget».", Told(mail, null));
        Assert.Equal("Your last meeting was «Planning».", Told(null, meeting));
        Assert.Equal("Your last meeting was «Planning».", Told(mail, meeting));
        Assert.Equal("Your last mail was about «Budget».", Told(mail with { At = Now.AddDays(-2) }, meeting));
        Assert.Equal("Your last mail was about «Budget».", Told(mail, meeting with { At = Now.AddDays(1) }));
        Assert.Null(Told(null, meeting with { At = Now.AddDays(1) }));
        Assert.Null(Told(mail with { Text = " " }, null));
        Assert.Null(Told(null, null));

        static string? Told(Topic? subject, Topic? meeting) =>
            RelationshipModel.Assess(With(History(BothWays(9)), subject: subject, meeting: meeting), Now).Reasons.SingleOrDefault(r => r.Code == "topic")?.Text;
    }

    [Fact]
    public void There_are_two_or_three_sentences_each_of_another_kind() =>
        Arbitrary.PastContacts.Sample(contacts =>
        {
            var reasons = Assess(contacts).Reasons;
            return reasons.Count is 2 or 3 && reasons.DistinctBy(r => r.Code).Count() == reasons.Count && reasons.All(r => r.Text.EndsWith('.'));
        });

    [Fact]
    public void The_counts_and_dates_are_those_of_the_contacts() =>
        Arbitrary.PastContacts.Sample(contacts =>
        {
            var told = Told.Read(Assess(contacts).Reasons);
            Assert.Equal(contacts.Count(c => c.Direction != Direction.Both), told.Mails);
            Assert.Equal(contacts.Count(c => c.Direction == Direction.Both), told.Meetings);
            Assert.Equal(contacts.Select(c => (ISOWeek.GetYear(c.At.UtcDateTime), ISOWeek.GetWeekOfYear(c.At.UtcDateTime))).Distinct().Count(), told.Weeks);
            Assert.Equal(DateOnly.FromDateTime(contacts.Max(c => c.At).UtcDateTime), told.LastDay);
        });

    [Fact]
    public void Most_means_more_than_half_and_all_means_all() =>
        Arbitrary.PastContacts.Sample(contacts =>
        {
            var told = Told.Read(Assess(contacts).Reasons);
            var inside = contacts.Count(c => told.From <= c.At && c.At < told.Until);
            Assert.True(told.HowMuch == "most" ? inside * 2 > contacts.Count : inside == contacts.Count);
        });

    [Fact]
    public void Not_having_written_since_is_told_only_where_it_is_so() =>
        Arbitrary.PastContacts.Sample(contacts =>
        {
            var last = contacts.Max(c => c.At);
            Assert.Equal(
                contacts.Where(c => c.At == last).All(c => c.Direction == Direction.In),
                Assess(contacts).Reasons.Single(r => r.Code == "last-word").Text.EndsWith("; you have not written since.", StringComparison.Ordinal));
        });

    [Fact]
    public void The_rhythm_is_the_middle_distance_of_the_weeks() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[6, 30], Gen.Int[0, 3]).Sample((every, count, other) =>
        {
            // So many weeks at one distance, and fewer at another.
            var weeks = Enumerable.Range(0, count).Select(n => 7.0 * every * n).Concat(Enumerable.Range(1, other).Select(n => (7.0 * every * (count - 1)) + (70.0 * n))).Select(d => d + 400);
            var told = Assess(BothWays(weeks)).Reasons.Single(r => r.Code == "rhythm").Text;
            Assert.Equal(every switch { 1 => "Before, you were in touch nearly every week.", 9 => "Before, you were in touch about every 2 months.", _ => $"Before, you were in touch about every {every} weeks." }, told);
        });
}
