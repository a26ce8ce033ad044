using System.Globalization;
using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class WeeklyHistoryTests
{
    [Fact]
    public void A_week_tells_how_often_and_when_first_and_last_each_way()
    {
        var history = History(
            Contact(Time("2024-06-05T10:00:00Z"), Direction.Out),
            Contact(Time("2024-06-03T08:00:00Z"), Direction.Out),
            Contact(Time("2024-06-09T23:59:59Z"), Direction.In),
            Contact(Time("2024-06-10T00:00:00Z"), Direction.Both));

        Assert.Equal(["2024-W23", "2024-W24"], history.Weeks.Select(w => w.Week.ToString()));
        Assert.Equal(new Tally(2, Time("2024-06-03T08:00:00Z"), Time("2024-06-05T10:00:00Z")), history.Weeks[0].Sent);
        Assert.Equal(Tally.Once(Time("2024-06-09T23:59:59Z")), history.Weeks[0].Received);
        Assert.Equal(0, history.Weeks[0].Met.Count);
        Assert.Equal(Tally.Once(Time("2024-06-10T00:00:00Z")), history.Weeks[1].Met);
        Assert.Equal((3, 3), (history.Weeks[0].Count, history.Weeks[0].Mails));
        Assert.Equal((Time("2024-06-03T08:00:00Z"), Time("2024-06-09T23:59:59Z")), (history.Weeks[0].First, history.Weeks[0].Last));
    }

    [Fact]
    public void A_gathering_is_a_meeting_and_told_apart()
    {
        var history = History(
            Gathering(Time("2024-06-03T08:00:00Z")),
            Contact(Time("2024-06-05T08:00:00Z"), Direction.Both),
            Gathering(Time("2024-06-10T08:00:00Z")),
            Gathering(Time("2024-06-11T08:00:00Z")),
            Gathering(Time("2024-06-17T08:00:00Z")),
            Contact(Time("2024-06-18T08:00:00Z"), Direction.In));

        Assert.Equal([(2, 1, true), (2, 2, false), (1, 1, true)], history.Weeks.Select(w => (w.Met.Count, w.Gathered, w.IsDirect)));
    }

    [Fact]
    public void As_many_gatherings_are_counted_as_there_were() =>
        Arbitrary.Anytime.Sample(contacts =>
        {
            Assert.Equal(contacts.Count(c => c.Channel == Channel.Gathering), History(contacts).Weeks.Sum(w => w.Gathered));
            Assert.All(History(contacts).Weeks, w => Assert.Equal(
                contacts.Any(c => IsoWeek.Of(c.At) == w.Week && c.Channel != Channel.Gathering), w.IsDirect));
        });

    [Fact]
    public void No_contact_is_an_empty_history()
    {
        Assert.True(History().IsEmpty);
        Assert.True(WeeklyHistory.Empty.Merge(History()).IsEmpty);
    }

    [Fact]
    public void The_weeks_are_those_of_the_contacts_and_each_stands_once_in_order() =>
        Arbitrary.Anytime.Sample(contacts =>
        {
            var expected = contacts.GroupBy(c => (ISOWeek.GetYear(c.At.UtcDateTime), ISOWeek.GetWeekOfYear(c.At.UtcDateTime))).OrderBy(g => g.Key)
                .Select(g => (g.Count(), g.Min(c => c.At), g.Max(c => c.At), g.Count(c => c.Direction == Direction.Out), g.Count(c => c.Direction == Direction.In), g.Count(c => c.Direction == Direction.Both)));
            Assert.Equal(expected, History(contacts).Weeks.Select(w => (w.Count, w.First, w.Last, w.Sent.Count, w.Received.Count, w.Met.Count)));
        });

    [Fact]
    public void The_order_of_the_contacts_does_not_matter() =>
        Gen.Select(Arbitrary.Anytime, Gen.Int[0, 1000]).Sample((contacts, seed) =>
        {
            var shuffled = contacts.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(History(contacts).Weeks, History(shuffled).Weeks);
        });

    [Fact]
    public void The_history_of_the_parts_merged_is_the_history_of_the_whole() =>
        Gen.Select(Arbitrary.Anytime, Arbitrary.Anytime).Sample((a, b) => Assert.Equal(History(a.Concat(b)).Weeks, History(a).Merge(History(b)).Weeks));

    [Fact]
    public void It_does_not_matter_which_is_merged_into_which_nor_which_first() =>
        Gen.Select(Arbitrary.PastContacts, Arbitrary.PastContacts, Arbitrary.PastContacts).Sample((a, b, c) =>
        {
            var (x, y, z) = (History(a), History(b), History(c));
            Assert.Equal(x.Merge(y).Weeks, y.Merge(x).Weeks);
            Assert.Equal(x.Merge(y).Merge(z).Weeks, x.Merge(y.Merge(z)).Weeks);
        });

    [Fact]
    public void Merging_changes_neither()
    {
        var (a, b) = (History(BothWays(3, 10)), History(BothWays(3, 40)));
        var (before, other) = (a.Weeks, b.Weeks);
        a.Merge(b);
        Assert.Equal((before, other), (a.Weeks, b.Weeks));
    }
}
