using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class CalibrationTests
{
    private static readonly Gen<List<WeeklyHistory>> Mailbox = Gen.OneOf(Arbitrary.PastContacts, Arbitrary.PastContact.List[40, 120]).Select(c => History(c)).List[0, 30];

    [Fact]
    public void A_mailbox_with_few_outcomes_stays_with_the_shipped_model()
    {
        Assert.Equal(Calibration.None, Calibration.Of(Array.Empty<WeeklyHistory>(), Now));
        var one = Calibration.Of([History(BothWays(30, 60, 90))], Now);
        Assert.Equal((0, 1), (one.Shift, one.Slope));
        Assert.InRange(one.Outcomes, 1, Calibration.FewestOutcomes - 1);
        Assert.Equal(Score(BothWays(30, 60, 90), null), Score(BothWays(30, 60, 90), one));
    }

    [Fact]
    public void Where_nobody_came_back_contact_is_less_likely() =>
        Assert.True(Score(BothWays(30, 60), Calibration.Of(Silent, Now)) < Score(BothWays(30, 60), null) / 2);

    [Fact]
    public void Where_everybody_came_back_contact_is_likelier() =>
        Assert.True(Score(BothWays(30, 60), Calibration.Of(Lively, Now)) > 1.5 * Score(BothWays(30, 60), null));

    [Fact]
    public void Both_numbers_stay_within_their_bounds() =>
        Mailbox.Sample(mailbox =>
        {
            var calibration = Calibration.Of(mailbox, Now);
            return Math.Abs(calibration.Shift) <= Calibration.MostShift && Math.Abs(calibration.Slope - 1) <= Calibration.MostStretch + 1e-12;
        });

    [Fact]
    public void The_order_of_the_people_does_not_matter() =>
        Gen.Select(Mailbox, Gen.Int[0, 1000]).Sample((mailbox, seed) =>
        {
            var shuffled = mailbox.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Calibration.Of(mailbox, Now), Calibration.Of(shuffled, Now));
        });

    [Fact]
    public void What_comes_later_does_not_matter() =>
        Gen.Select(Arbitrary.PastContacts, Arbitrary.PastContacts).List[0, 10].Sample(people => Assert.Equal(
            Calibration.Of(people.Select(p => History(p.Item1)), Now),
            Calibration.Of(people.Select(p => History(p.Item1.Concat(p.Item2.Select(c => Contact(IsoWeek.Of(Now).End + (Now - c.At), c.Direction))))), Now)));

    [Fact]
    public void From_the_stored_bytes_comes_the_same() =>
        Mailbox.Sample(mailbox => Assert.Equal(Calibration.Of(mailbox, Now), Calibration.Of(mailbox.Select((h, n) => new Candidate(n, h.ToBytes(), h.Weeks[^1].Last, null)), Now)));

    [Fact]
    public void It_changes_no_order_within_a_mailbox() =>
        Gen.Select(Arbitrary.PastContacts, Arbitrary.PastContacts, Gen.Double[-3, 3], Gen.Double[0.5, 1.5]).Sample((one, other, shift, slope) =>
        {
            var calibration = new Calibration(shift, slope, 100);
            var (before, after) = (Score(one, null).CompareTo(Score(other, null)), Score(one, calibration).CompareTo(Score(other, calibration)));
            return before == after || Math.Abs(Score(one, null) - Score(other, null)) < 1e-12;
        });

    private static IEnumerable<WeeklyHistory> Silent => Enumerable.Range(0, 20).Select(n => History(BothWays(190 + n, 197 + n, 210 + n)));

    private static IEnumerable<WeeklyHistory> Lively => Enumerable.Range(0, 20).Select(n => History(BothWays(Enumerable.Range(0, 20).Select(w => (double)((14 * w) + (n % 14))))));

    private static double Score(IEnumerable<Interaction> contacts, Calibration? calibration) => RelationshipModel.Score(History(contacts), Now, calibration).Contact30;
}
