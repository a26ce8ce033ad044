using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class RelationshipModelTests
{
    [Fact]
    public void Both_numbers_are_finite_and_contact30_is_a_probability() =>
        Gen.Select(Arbitrary.Anytime, Arbitrary.Time).Sample((contacts, now) =>
        {
            var (tie, contact30) = RelationshipModel.Score(History(contacts), now);
            return double.IsFinite(tie) && tie >= 0 && contact30 is >= 0 and <= 1;
        });

    [Fact]
    public void Another_contact_never_lowers_the_tie() =>
        Gen.Select(Arbitrary.PastContacts, Arbitrary.PastContact).Sample((contacts, one) => Score(contacts.Append(one)).Tie >= Score(contacts).Tie);

    [Fact]
    public void Another_week_of_contact_raises_the_tie() =>
        Arbitrary.PastContacts.Sample(contacts => Score(contacts.Append(Contact(Now.AddDays(-4000), Direction.Out))).Tie > Score(contacts).Tie);

    [Fact]
    public void A_newer_contact_never_lowers_contact30() =>
        Gen.Select(Arbitrary.PastContacts, Arbitrary.PastContact).Sample((contacts, one) =>
            one.At <= contacts.Max(c => c.At) || Score(contacts.Append(one)).Contact30 >= Score(contacts).Contact30);

    [Fact]
    public void Contact30_falls_as_the_silence_lasts() =>
        Gen.Select(Arbitrary.PastContacts, Gen.Int[1, 400]).Sample((contacts, days) =>
            RelationshipModel.Score(History(contacts), Now.AddDays(days)).Contact30 < Score(contacts).Contact30);

    [Fact]
    public void The_order_of_the_contacts_does_not_matter() =>
        Gen.Select(Arbitrary.PastContacts, Gen.Int[0, 1000]).Sample((contacts, seed) =>
        {
            var shuffled = contacts.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equivalent(Assess(contacts), Assess(shuffled), strict: true);
        });

    [Fact]
    public void What_comes_in_later_weeks_does_not_matter() =>
        Gen.Select(Arbitrary.PastContacts, Arbitrary.PastContacts).Sample((past, mirrored) =>
        {
            var later = mirrored.Select(c => Contact(IsoWeek.Of(Now).End + (Now - c.At), c.Direction));
            Assert.Equivalent(Assess(past), Assess(past.Concat(later)), strict: true);
        });

    [Fact]
    public void What_comes_later_this_week_does_not_matter()
    {
        var past = BothWays(10, 20, 30).ToList();
        Assert.Equivalent(Assess(past), Assess([.. past, Contact(Now.AddHours(1), Direction.In), Contact(Now.AddDays(1), Direction.Both)]), strict: true);
    }

    [Fact]
    public void The_last_contact_is_never_in_the_future() =>
        Gen.Select(Arbitrary.PastContacts, Gen.Int[1, 500_000], Arbitrary.Direction).Sample((past, seconds, direction) =>
            Assess(past.Append(Contact(Now.AddSeconds(seconds), direction))).LastContact!.At <= Now);

    [Fact]
    public void Only_what_comes_later_is_nothing_yet() =>
        Assert.Null(Assess(Contact(Now.AddSeconds(1), Direction.In)).LastContact);

    [Theory]
    [InlineData(Direction.Out, Channel.Mail)]
    [InlineData(Direction.In, Channel.Mail)]
    [InlineData(Direction.Both, Channel.Meeting)]
    public void The_last_contact_tells_when_and_which_way(Direction direction, Channel channel) =>
        Assert.Equal(
            new LastContact(Now.AddDays(-2), channel, direction),
            Assess([.. BothWays(3, 9), Contact(Now.AddDays(-2), direction)]).LastContact);

    [Fact]
    public void Those_the_owner_turned_to_are_worth_more_than_those_who_only_wrote()
    {
        double[] days = [100, 107, 114, 121];
        Assert.True(Score(BothWays(days)).Tie > Score(days.Select(d => Contact(Now.AddDays(-d), Direction.In))).Tie);
    }

    [Fact]
    public void Many_weeks_are_worth_more_than_many_mails_in_one() =>
        Assert.True(Score(BothWays(100, 120, 140, 160)).Tie > Score(BothWays(Enumerable.Range(0, 60).Select(i => 100 + (i / 1000.0)))).Tie);

    [Fact]
    public void Having_written_over_a_longer_time_is_worth_more() =>
        Assert.True(Score(BothWays(100, 107, 400)).Tie > Score(BothWays(100, 107, 114)).Tie);

    [Fact]
    public void A_lonely_date_of_long_ago_is_no_long_time()
    {
        Assert.Equal(2, Features.Of(History(BothWays(100, 107, 114)), Now)!.Value.OwnWeeks);
        Assert.Equal(2, Features.Of(History(BothWays(100, 107, 114, 8000)), Now)!.Value.OwnWeeks);
        Assert.Equal(104, Features.Of(History(BothWays(100, 107, 114, 1500)), Now)!.Value.OwnWeeks);
    }

    [Fact]
    public void Quarters_of_the_calendar_with_contact_are_counted_once() =>
        Assert.True(Features.Of(History(BothWays(20, 100, 200, 300)), Now)!.Value.Quarters > Features.Of(History(BothWays(20, 22, 200, 202)), Now)!.Value.Quarters);

    [Fact]
    public void Weeks_in_which_both_wrote_make_contact_likelier() =>
        Assert.True(Score(BothWays(20, 27)).Contact30 > Score([Contact(Now.AddDays(-20), Direction.Out), Contact(Now.AddDays(-27), Direction.In)]).Contact30);

    private static (double Tie, double Contact30) Score(IEnumerable<Interaction> contacts) => RelationshipModel.Score(History(contacts), Now);
}
