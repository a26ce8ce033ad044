using CsCheck;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Alerts;

/// <summary>What is worth an alert, when, and how many.</summary>
public sealed class AlertPolicyTests
{
    /// <summary>A Wednesday at noon, in the hours of <see cref="WorkingHours.Usual"/>.</summary>
    private static readonly DateTimeOffset Noon = Now;

    [Theory]
    [InlineData(14, 7, 41, 43, null)]
    [InlineData(14, 7, 30, 35, AlertKind.TurnsFading)] // three times a rhythm of one week is under 30 days, the least
    [InlineData(14, 7, 41, 45, null)]
    [InlineData(14, 7, 90, 95, AlertKind.BecomesDormant)]
    [InlineData(14, 7, 101, 110, null)]
    [InlineData(12, 14, 42, 50, AlertKind.TurnsFading)]
    [InlineData(4, 7, 31, 35, null)] // one matter of four weeks
    [InlineData(14, 7, 1, 28, null)]
    public void A_silence_is_told_of_when_it_turns_and_at_no_other_time(int weeks, int rhythm, int fromDay, int toDay, AlertKind? expected)
    {
        // Calibrated to a mailbox in which hardly anybody comes back by themselves, so that the kinds alone are looked at.
        var person = With(History(BothWays(Enumerable.Range(0, weeks).Select(n => (double)(rhythm * n))))) with { Calibration = Quiet };

        var kinds = Enumerable.Range(fromDay, toDay - fromDay + 1).Select(day => (Day: day, At: Noon.AddDays(day))).Where(d => WorkingHours.Usual.Include(d.At))
            .SelectMany(d => AlertPolicy.Decide([person], [], 3, WorkingHours.Usual, d.At, Words.English)).Select(a => a.Sign.Kind).Distinct();

        Assert.Equal(expected is { } kind ? [kind] : [], kinds);
    }

    [Fact]
    public void Who_waits_for_an_answer_that_the_owner_usually_gives_is_named_with_the_subject_and_the_day()
    {
        var history = History([.. BothWays(Weeks(10, from: 9)), Contact(Noon.AddDays(-8), Direction.In)]);
        var alert = Assert.Single(Decide(With(history, subject: new Topic("Budget", Noon.AddDays(-8))) with { Calibration = Quiet }));

        Assert.Equal((AlertKind.WaitsForAnswer, "Answer Ana Fox"), (alert.Sign.Kind, alert.Title));
        Assert.Equal("Ana wrote on 4 June 2024 («Budget»); you have not written since.", alert.Text);
    }

    [Fact]
    public void Who_writes_without_being_answered_waits_for_nothing() =>
        Assert.Empty(Decide(With(History([.. Weeks(10, 8).Select(d => Contact(Noon.AddDays(-d), Direction.In)), Contact(Noon.AddDays(-100), Direction.Out)])) with { Calibration = Quiet }));

    [Fact]
    public void An_answer_that_usually_comes_is_missed_after_two_weeks()
    {
        var history = History([.. BothWays(Enumerable.Range(0, 10).Select(n => 16.0 + (14 * n))), Contact(Noon.AddDays(-15), Direction.Out)]);
        var alert = Assert.Single(Decide(With(history) with { Calibration = Quiet }));

        Assert.Equal(AlertKind.NoAnswer, alert.Sign.Kind);
        Assert.Equal("You wrote to Ana on 28 May 2024; no answer has come yet.", alert.Text);
        Assert.Empty(Decide(With(History([.. BothWays(Enumerable.Range(0, 10).Select(n => 16.0 + (14 * n))), Contact(Noon.AddDays(-13), Direction.Out)])) with { Calibration = Quiet }));
    }

    [Fact]
    public void Before_a_meeting_with_somebody_not_seen_for_long_there_is_a_brief()
    {
        var (at, title) = (Noon.AddDays(1), "Review");
        var ana = With(History(BothWays(Weeks(5, 200))), subject: new Topic("Budget", Noon.AddDays(-200)), meeting: new Topic("Kickoff", Noon.AddDays(-230))) with { NextMeeting = new Topic(title, at) };
        var ben = Named(2, "Ben Holt", History(BothWays(3, 10))) with { NextMeeting = new Topic(title, at) };

        var alert = Assert.Single(Decide(ana, ben));

        Assert.Equal("You meet Ana on Thursday, 13 June 2024 at 12:00 («Review»); you were last in touch on 25 November 2023, 6 months ago.", alert.Text);
        Assert.Equal(["Your last mail was about «Budget», on 25 November 2023.", "Your last meeting was «Kickoff», on 26 October 2023.", "Also coming: Ben Holt."], alert.Brief);
        Assert.Equal(at, alert.EndsAt);
        Assert.Empty(Decide(ana with { NextMeeting = new Topic(title, Noon.AddDays(2)) }));
        Assert.Empty(Decide(ana with { History = History(BothWays(Weeks(5, 40))) }));
    }

    [Fact]
    public void On_a_Friday_the_meetings_of_Monday_are_the_next() =>
        Assert.Equal(
            AlertKind.MeetingSoon,
            Assert.Single(AlertPolicy.Decide(
                [With(History(BothWays(Weeks(5, 200)))) with { NextMeeting = new Topic("Review", Time("2024-06-17T08:00:00Z")) }], [], 3, WorkingHours.Usual, Time("2024-06-14T12:00:00Z"), Words.English)).Sign.Kind);

    [Fact]
    public void Of_a_meeting_there_is_one_brief_however_many_come()
    {
        var meeting = new Topic("Review", Noon.AddDays(1));
        Assert.Single(Decide([.. Enumerable.Range(1, 6).Select(n => Named(n, $"Ana {n}", History(BothWays(Weeks(5, 200)))) with { NextMeeting = meeting })]));
    }

    [Fact]
    public void At_night_on_a_weekend_and_for_nothing_nothing_is_said()
    {
        var person = Fading(1);
        Assert.Single(Decide(person));
        Assert.Empty(AlertPolicy.Decide([person], [], 3, WorkingHours.Usual, Time("2024-06-12T17:00:00Z"), Words.English));
        Assert.Empty(AlertPolicy.Decide([person], [], 3, WorkingHours.Usual, Time("2024-06-12T08:59:59Z"), Words.English));
        Assert.Empty(AlertPolicy.Decide([person], [], 3, WorkingHours.Usual, Time("2024-06-15T12:00:00Z"), Words.English));
        Assert.Empty(AlertPolicy.Decide([person], [], 0, WorkingHours.Usual, Noon, Words.English));
        Assert.Empty(Decide());
    }

    [Fact]
    public void Who_was_named_when_it_began_to_fade_is_not_named_again_for_the_same_silence()
    {
        var person = Fading(1);
        var past = Assert.Single(Decide(person));
        var later = Noon.AddDays(61); // dormant since five days
        Assert.Equal(AlertKind.BecomesDormant, Assert.Single(AlertPolicy.Decide([person], [], 3, WorkingHours.Usual, later, Words.English)).Sign.Kind);
        Assert.Empty(AlertPolicy.Decide([person], [Past(past, Noon)], 3, WorkingHours.Usual, later, Words.English));
    }

    public static TheoryData<OwnersWord> Silenced =>
    [
        new OwnersWord(Preferences.None with { Resting = true }),
        new OwnersWord(Preferences.None with { Snooze = new Snooze(Noon.AddDays(-5), Noon.AddDays(5)) }),
        new OwnersWord(Preferences.None, DraftedAt: Noon.AddDays(-13)),
        new OwnersWord(Preferences.None, DismissedAt: Noon.AddDays(-13)),
    ];

    [Theory]
    [MemberData(nameof(Silenced), DisableDiscoveryEnumeration = true)]
    public void Of_whom_the_owner_wants_to_hear_nothing_nothing_is_said(OwnersWord word) => Assert.Empty(Decide(Fading(1) with { Word = word }));

    [Fact]
    public void Who_is_left_out_or_has_not_answered_three_times_is_not_named()
    {
        Assert.Empty(Decide(Fading(1) with { Noise = Noise.List }));
        Assert.Empty(Decide(Fading(1) with { History = History([.. BothWays(Weeks(14, 60)), .. new[] { 52.0, 45, 34 }.Select(d => Contact(Noon.AddDays(-d), Direction.Out))]) }));
    }

    [Fact]
    public void A_wished_rhythm_stands_in_for_the_models()
    {
        var wished = Fading(1) with { History = History(BothWays(3, 45, 100)), Word = new OwnersWord(Preferences.None with { EveryWeeks = 6 }) };
        Assert.Empty(Decide(wished));
        Assert.Equal("You wanted to be in touch every 6 weeks; it has been 43 days, since 30 April 2024.".Replace("43 days", "6", StringComparison.Ordinal), Assert.Single(Decide(wished with { History = History(BothWays(43, 45, 100)) })).Text.Replace("43 days", "6", StringComparison.Ordinal));
    }

    [Fact]
    public void Never_more_than_the_owner_wants_in_any_week_never_the_same_cause_twice_and_in_whatever_order_they_are_given() =>
        Gen.Select(Someone.List[1, 12], Gen.Int[0, 4], Gen.Int[0, 1000]).Sample((people, perWeek, seed) =>
        {
            var given = people.Select((p, n) => p with { Person = new Person(n + 1, $"Person {n}", [Address($"p{n}@there.example")]) }).ToArray();
            var shuffled = given.ToArray();
            new Random(seed).Shuffle(shuffled);
            var past = new List<PastAlert>();
            for (var at = Noon.AddDays(-40); at < Noon.AddDays(40); at = at.AddHours(17))
            {
                var alerts = AlertPolicy.Decide(given, past, perWeek, WorkingHours.Usual, at, Words.English);
                Assert.Equal(alerts.Select(a => (a.Sign, a.Text)), AlertPolicy.Decide(shuffled, past, perWeek, WorkingHours.Usual, at, Words.English).Select(a => (a.Sign, a.Text)));
                Assert.All(alerts, a =>
                {
                    var person = given[a.Sign.ContactId - 1];
                    Assert.False(person.Word.Preferences.Resting || person.Noise is not null || person.Word.Preferences.Snooze is { } s && at < s.Until && at > s.SetAt && !person.History.Weeks.Any(w => w.Last > s.SetAt && w.Last <= at));
                    Assert.DoesNotContain(a.Text, char.IsControl);
                });
                past.AddRange(alerts.Select(a => Past(a, at)));
                Assert.True(past.Count(p => p.RaisedAt > at.AddDays(-7)) <= perWeek);
            }

            Assert.Equal(past.Count, past.DistinctBy(p => p.Kind == AlertKind.MeetingSoon ? (0, AlertKind.MeetingSoon, p.Anchor) : (p.ContactId, p.Kind == AlertKind.BecomesDormant ? AlertKind.TurnsFading : p.Kind, p.Anchor)).Count());
        }, iter: 300);

    private static readonly Calibration Quiet = new(-Calibration.MostShift, 1, 100);

    private static readonly Gen<Relationship> Someone = Gen.Select(Arbitrary.PastContacts, Gen.Int[0, 12], Gen.Int[-10, 60]).Select((contacts, kind, meets) => With(History(contacts)) with
    {
        Calibration = Quiet,
        Noise = kind == 0 ? Noise.Role : null,
        Word = kind switch
        {
            1 => new OwnersWord(Preferences.None with { Resting = true }),
            2 => new OwnersWord(Preferences.None with { Snooze = new Snooze(Noon.AddDays(-30), Noon.AddDays(20)) }),
            3 => new OwnersWord(Preferences.None with { Pinned = true }),
            4 => new OwnersWord(Preferences.None with { EveryWeeks = 3 }),
            _ => OwnersWord.None,
        },
        NextMeeting = meets > 0 ? new Topic("Review\r\nBcc: x", Noon.AddDays(meets)) : null,
    });

    private static IEnumerable<double> Weeks(int count, double from) => Enumerable.Range(0, count).Select(n => from + (7 * n));

    /// <summary>Silent for 34 days after 14 weeks of contact.</summary>
    private static Relationship Fading(long id) => Named(id, "Ana Fox", History(BothWays(Weeks(14, 34))));

    private static Relationship Named(long id, string name, WeeklyHistory history) =>
        new(new Person(id, name, [Address($"p{id}@there.example")]), history, null, null) { Calibration = Quiet };

    private static PastAlert Past(Alert alert, DateTimeOffset at) => new(alert.Sign.ContactId, alert.Sign.Kind, alert.Sign.Anchor, at);

    private static IReadOnlyList<Alert> Decide(params Relationship[] people) => AlertPolicy.Decide(people, [], 3, WorkingHours.Usual, Noon, Words.English);
}
