using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

/// <summary>The owner's word wins, over past silence too, and the lookup says what the list does.</summary>
public sealed class SuggestibleTests
{
    private static readonly double[] Quiet = [200, 207, 214, 221], InTouch = [5, 40, 70, 100], Met = [100];

    [Fact]
    public void A_snoozed_contact_is_not_suggested_before_the_day()
    {
        var snoozed = Said(Quiet, new OwnersWord(Wanting(snooze: new Snooze(Now.AddDays(-3), Now.AddDays(10)))));
        Assert.Equal(("snoozed", "You set Ana aside until 22 June 2024.", false), Told(snoozed));
        Assert.Equal("snoozed", Told(snoozed, Now.AddDays(10).AddSeconds(-1)).Code);
        Assert.Equal("dormant", Told(snoozed, Now.AddDays(10)).Code);
    }

    [Theory]
    [InlineData(Direction.In)]
    [InlineData(Direction.Out)]
    [InlineData(Direction.Both)]
    public void A_contact_either_way_after_the_snooze_was_set_ends_it_and_resets_the_clock(Direction direction)
    {
        var word = new OwnersWord(Wanting(snooze: new Snooze(Now.AddDays(-120), Now.AddDays(600))));
        Assert.Equal("snoozed", Told(Said(Quiet, word)).Code);
        var touched = With(History([.. BothWays(Quiet), Contact(Now.AddDays(-119), direction)])) with { Word = word };
        Assert.Equal("dormant", Told(touched).Code);
        Assert.Contains("3 months", Told(touched).Text, StringComparison.Ordinal);
        Assert.Equal("in-touch", Told(With(History([.. BothWays(Quiet), Contact(Now.AddDays(-1), direction)])) with { Word = word }).Code);
        Assert.Equal("snoozed", Told(With(History([.. BothWays(Quiet), Contact(Now.AddDays(-120), direction)])) with { Word = word }).Code);
    }

    [Fact]
    public void Who_is_let_rest_is_never_suggested_whatever_comes()
    {
        var word = new OwnersWord(Wanting(resting: true, everyWeeks: 1));
        Assert.All(new[] { Quiet, InTouch, Met }, days =>
        {
            var relationship = Said(days, word);
            Assert.Equal(("resting", "You let this one rest.", false), Told(relationship));
            Assert.Equal(RelationshipState.Resting, RelationshipModel.Assess(relationship, Now).State);
        });
    }

    [Theory]
    [InlineData(6, 63, true, "You wanted to be in touch every 6 weeks; it has been 9.")]
    [InlineData(6, 44, true, "You wanted to be in touch every 6 weeks; it has been 44 days.")]
    [InlineData(6, 42, false, "You wanted to be in touch every 6 weeks; it has been 42 days.")]
    [InlineData(6, 41, false, "You wanted to be in touch every 6 weeks; it has been 5.")]
    [InlineData(1, 8, true, "You wanted to be in touch every week; it has been 8 days.")]
    [InlineData(1, 21, true, "You wanted to be in touch every week; it has been 3 weeks.")]
    [InlineData(26, 35, false, "You wanted to be in touch every 26 weeks; it has been 5.")]
    [InlineData(4, 3, false, "You wanted to be in touch every 4 weeks; it has been 3 days.")]
    public void A_wished_rhythm_stands_in_for_the_models_and_the_reason_says_so(int everyWeeks, double silentDays, bool listed, string text)
    {
        foreach (var days in new double[][] { [silentDays], [.. Enumerable.Range(0, 10).Select(w => silentDays + (7 * w))] })
        {
            var relationship = Said(days, new OwnersWord(Wanting(everyWeeks: everyWeeks), SaidAt: Now));
            Assert.Equal((listed ? "wished" : "not-due", text, listed), Told(relationship));
            var reasons = RelationshipModel.Assess(relationship, Now).Reasons;
            Assert.Equal(listed ? ("wish", text) : ("exchange", reasons[0].Text), (reasons[0].Code, reasons[0].Text));
            Assert.InRange(reasons.Count, 1, 3);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(13.99, false)]
    [InlineData(14, true)]
    [InlineData(200, true)]
    public void After_a_draft_or_a_dismissal_fourteen_days_pass_unless_the_person_is_pinned(double daysAgo, bool listed)
    {
        foreach (var (word, code) in new[] { (new OwnersWord(Preferences.None, null, Now.AddDays(-daysAgo)), "drafted"), (new OwnersWord(Preferences.None, null, null, Now.AddDays(-daysAgo)), "dismissed") })
        {
            Assert.Equal((listed ? "dormant" : code, listed), (Told(Said(Quiet, word)).Code, Told(Said(Quiet, word)).Listed));
            Assert.Equal("dormant", Told(Said(Quiet, word with { Preferences = Wanting(pinned: true) })).Code);
            Assert.Equal(listed ? "wished" : code, Told(Said(Quiet, word with { Preferences = Wanting(everyWeeks: 4) })).Code);
            Assert.Equal("in-touch", Told(Said(InTouch, word)).Code);
        }
    }

    [Fact]
    public void The_pause_says_until_when_and_what_for()
    {
        Assert.Equal("You made a draft to Ana on 10 June 2024; Ana may come up again from 24 June 2024.", Told(Said(Quiet, new OwnersWord(Preferences.None, null, Now.AddDays(-2)))).Text);
        Assert.Equal("You said «not now» on 10 June 2024; Ana may come up again from 24 June 2024.", Told(Said(Quiet, new OwnersWord(Preferences.None, null, Now.AddDays(-5), Now.AddDays(-2)))).Text);
    }

    [Theory]
    [InlineData(Direction.Out, 8, "written")]
    [InlineData(Direction.Out, 14, "wished")]
    [InlineData(Direction.In, 8, "wished")]
    public void Even_with_a_wish_for_every_week_a_mail_has_fourteen_days_to_be_answered(Direction last, double daysAgo, string code)
    {
        var relationship = With(History([.. BothWays(60, 70), Contact(Now.AddDays(-daysAgo), last)])) with { Word = new OwnersWord(Wanting(everyWeeks: 1)) };
        Assert.Equal(code, Told(relationship).Code);
    }

    [Fact]
    public void A_pin_lifts_the_unanswered_mails_and_a_wish_does_not_and_neither_lifts_a_snooze_or_a_meeting()
    {
        var three = With(History([.. BothWays(200, 207, 214, 221), .. new[] { 150.0, 140, 130 }.Select(d => Contact(Now.AddDays(-d), Direction.Out))]));
        Assert.Equal("dormant", Told(three with { Word = new OwnersWord(Wanting(pinned: true)) }).Code);
        Assert.Equal("unanswered", Told(three with { Word = new OwnersWord(Wanting(everyWeeks: 4)) }).Code);
        var snooze = new Snooze(Now, Now.AddDays(10));
        Assert.Equal("snoozed", Told(Said(Quiet, new OwnersWord(Wanting(pinned: true, everyWeeks: 4, snooze: snooze)))).Code);
        Assert.Equal("meeting-soon", Told(Said(Quiet, new OwnersWord(Wanting(pinned: true, everyWeeks: 4))) with { NextMeeting = new Topic("Lunch", Now.AddDays(3)) }).Code);
        Assert.Equal("in-touch", Told(Said(InTouch, new OwnersWord(Wanting(pinned: true)))).Code);
    }

    [Fact]
    public void Who_only_ever_writes_is_not_left_out_when_the_owner_asked_for_them()
    {
        var writes = With(History(Enumerable.Range(0, 5).Select(n => Contact(Now.AddDays(-100 - n), Direction.In))));
        Assert.Equal(Noise.OneWay, Listing.LeftOutAs(writes));
        Assert.Null(Listing.LeftOutAs(writes with { Word = new OwnersWord(Wanting(pinned: true)) }));
        Assert.Null(Listing.LeftOutAs(writes with { Word = new OwnersWord(Wanting(everyWeeks: 4)) }));
        Assert.Equal("wished", Told(writes with { Word = new OwnersWord(Wanting(everyWeeks: 4)) }).Code);
    }

    [Fact]
    public void Whom_the_owner_asked_for_come_first()
    {
        var all = new (double[] Days, OwnersWord Word)[] { (Quiet, OwnersWord.None), (Met, new OwnersWord(Wanting(everyWeeks: 4))), ([400, 450, 460], new OwnersWord(Wanting(pinned: true))), ([200, 207, 214, 221, 228], OwnersWord.None) }
            .Select((r, n) => Said(r.Days, r.Word) is var one ? one with { Person = one.Person with { Id = n } } : null!).ToList();
        Assert.Equal([2, 1, 3, 0], Ranking.Of(all, Now).Select(r => r.ContactId));
    }

    [Fact]
    public void Whoever_is_on_the_list_is_told_so_and_whoever_is_not_is_told_another_reason() =>
        Life.Array[0, 12].Sample(lives =>
        {
            var everybody = lives.Select((life, n) => life with { Person = life.Person with { Id = n + 1 } }).ToList();
            var listed = Ranking.Of(everybody, Now);
            Assert.Equal(everybody.Where(r => Told(r).Listed).Select(r => r.Person.Id), listed.Select(r => r.ContactId).Order());
            Assert.Equal(listed, Ranking.Of(everybody.Select(r => new Candidate(r.Person.Id, r.History.ToBytes(), r.History.Weeks[^1].Last, r.NextMeeting?.At) { Word = r.Word }), Now));
            Assert.Equal(everybody.Count(r => Told(r).Listed), everybody.Count(r => Told(r).Code is "dormant" or "fading" or "wished"));
        });

    [Fact]
    public void Rest_and_a_snooze_that_runs_keep_everybody_off_the_list() =>
        Life.Sample(life =>
        {
            var wanted = life.Word.Preferences;
            var last = RelationshipModel.Assess(life, Now).LastContact?.At;
            if (wanted.Resting || wanted.Snooze?.IsOver(last, Now) == false)
            {
                Assert.False(Told(life).Listed);
            }
        });

    [Fact]
    public void Nobody_who_has_not_been_silent_for_a_week_is_listed_whatever_was_said() =>
        Life.Sample(life => !Told(life).Listed || Now - RelationshipModel.Assess(life, Now).LastContact!.At > TimeSpan.FromDays(7));

    private static readonly Gen<Relationship> Life = Gen.Select(Arbitrary.PastContacts, PreferencesTests.Word, Gen.Int[0, 2], Gen.Int[-40, 40], Gen.Int[0, 120]).Select((contacts, word, said, meeting, silent) =>
        With(History(contacts.Select(c => c with { At = c.At.AddDays(-silent) }))) with
        {
            Word = said == 0 ? OwnersWord.None : word,
            NextMeeting = meeting % 4 == 0 ? new Topic("Review", Now.AddDays(meeting)) : null,
        });

    private static Relationship Said(double[] days, OwnersWord word) => With(History(BothWays(days))) with { Word = word };

    private static Preferences Wanting(Snooze? snooze = null, bool resting = false, bool pinned = false, int? everyWeeks = null) => new(snooze, resting, pinned, everyWeeks, [], null);

    private static (string Code, string Text, bool Listed) Told(Relationship relationship, DateTimeOffset? now = null)
    {
        var status = Listing.StatusOf(relationship, RelationshipModel.Assess(relationship, now ?? Now), now ?? Now);
        return (status.Code, status.Text, status.Listed);
    }
}
