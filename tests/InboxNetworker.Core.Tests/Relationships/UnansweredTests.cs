using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

/// <summary>Who has left three mails without an answer is given time.</summary>
public sealed class UnansweredTests
{
    /// <summary>Each contact as its direction and how many days ago: o(ut), i(n), m(eeting).</summary>
    [Theory]
    [InlineData("", 0)]
    [InlineData("i10", 0)]
    [InlineData("o10", 1)]
    [InlineData("o40 o30 o10", 3)]
    [InlineData("o40 i35 o30 o20 o10", 3)]
    [InlineData("o40 o30 i25 o20 o10", 2)]
    [InlineData("o40 o30 o20 i10", 0)]
    [InlineData("o40 o30 o20 m10", 0)]
    [InlineData("o40 m35 o30 o20 o10", 3)]
    [InlineData("i40 o30 o30.1 o30.2", 3)]
    [InlineData("o1.3 i1.2 o1.1 o1", 1)] // one week, begun before the answer: two, but for sure one
    [InlineData("i1.2 o1.1 o1", 2)]
    [InlineData("o1.2 o1.1 i1", 0)]
    [InlineData("o30 o20 i1.2 o1.1 o1", 2)]
    [InlineData("i10 o10", 0)] // at the same moment
    [InlineData("o30 o20 o10 i-1", 3)]
    [InlineData("o30 o20 o-1", 2)]
    public void The_mails_that_surely_came_after_the_last_answer_are_counted(string contacts, int count) => Assert.Equal(count, Count(Read(contacts)));

    [Fact]
    public void Those_that_are_counted_have_no_answer() =>
        Gen.OneOf(Arbitrary.PastContacts, Close).Sample(contacts =>
        {
            var answered = contacts.Where(c => c.Direction != Direction.Out).Select(c => c.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
            var truth = contacts.Count(c => c.Direction == Direction.Out && c.At > answered);
            var counted = Count(contacts);
            Assert.InRange(counted, Math.Min(truth, 1), truth);
            if (contacts.All(c => IsoWeek.Of(c.At) != IsoWeek.Of(answered) || c.Direction != Direction.Out))
            {
                Assert.Equal(truth, counted);
            }
        });

    [Fact]
    public void What_comes_in_later_weeks_does_not_matter() =>
        Gen.Select(Arbitrary.PastContacts, Arbitrary.PastContacts).Sample((past, mirrored) =>
            Assert.Equal(Count(past), Count([.. past, .. mirrored.Select(c => Contact(IsoWeek.Of(Now).End + (Now - c.At), c.Direction))])));

    [Fact]
    public void An_answer_undoes_it() =>
        Gen.Select(Arbitrary.PastContacts, Gen.Enum<Direction>()).Sample((contacts, direction) =>
            direction == Direction.Out || Count([.. contacts, Contact(contacts.Max(c => c.At), direction)]) == 0);

    [Theory]
    [InlineData("o300 i300 o250 i250 o220 i220 o200 o150", true, "fading")]
    [InlineData("o300 i300 o250 i250 o220 i220 o200 o150 o120", false, "unanswered")]
    [InlineData("o300 i300 o250 i250 o220 i220 o200 o150 o120 i110", true, "fading")]
    [InlineData("o300 i300 o250 i250 o220 i220 o9 o6 o3", false, "unanswered")]
    [InlineData("o200 o150 o120", false, "never-wrote-back")]
    public void After_three_unanswered_mails_somebody_is_no_longer_suggested_until_they_write(string contacts, bool listed, string code)
    {
        var relationship = With(History(Read(contacts)));
        var status = Listing.StatusOf(relationship, RelationshipModel.Assess(relationship, Now), Now);
        Assert.Equal((code, listed, listed), (status.Code, status.Listed, Ranking.Of([relationship], Now).Count == 1));
        if (code == "unanswered")
        {
            Assert.Equal("Your last 3 mails to Ana have had no answer yet; a line from Ana changes that.", status.Text);
        }
    }

    /// <summary>Within a few weeks, so that many share one.</summary>
    private static readonly Gen<List<Interaction>> Close =
        Gen.Select(Gen.Int[0, 30 * 86_400], Arbitrary.Direction, (seconds, direction) => Contact(Now.AddSeconds(-seconds), direction)).List[1, 12];

    private static int Count(IEnumerable<Interaction> contacts) => Unanswered.Count(History(contacts), Now);

    private static List<Interaction> Read(string contacts) =>
        [.. contacts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Contact(
            Now.AddDays(-double.Parse(c[1..], System.Globalization.CultureInfo.InvariantCulture)),
            c[0] switch { 'o' => Direction.Out, 'i' => Direction.In, _ => Direction.Both }))];
}
