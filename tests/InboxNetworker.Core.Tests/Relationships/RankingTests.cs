using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class RankingTests
{
    private const double Precision = 1e-12;

    /// <summary>A series, letters, or both; dense or sparse; some of it around now and after it.</summary>
    private static readonly Gen<List<Interaction>> AnyLife =
        Gen.Select(Gen.Int[1, 12], Gen.OneOf(Gen.Int[0, 50], Gen.Int[0, 900]), Gen.OneOf(Gen.Int[1, 8], Gen.Int[1, 60]), Gen.Int[0, 100], Gen.Int[0, int.MaxValue]).Select((density, silentDays, weeks, gatherings, seed) =>
        {
            var dice = new Random(seed);
            return Enumerable.Range(0, weeks * density).Select(_ =>
            {
                var at = Now.AddSeconds(-dice.NextInt64(-10 * 86_400L, weeks * 7 * 86_400L)).AddDays(-silentDays);
                return dice.Next(100) < gatherings ? Gathering(at) : Contact(at, (Direction)dice.Next(3));
            }).ToList();
        });

    [Fact]
    public void The_fast_way_says_what_the_formulas_say() => Gen.OneOf(AnyLife, Arbitrary.PastContacts, Arbitrary.Anytime).Sample(SaysWhatTheFormulasSay, iter: 1000);

    [Fact]
    public void It_does_so_at_any_moment() =>
        Gen.Select(Gen.OneOf(AnyLife, Arbitrary.Anytime), Gen.OneOf(Arbitrary.Past, Arbitrary.Time), (contacts, now) => (contacts, now))
            .Sample(c => SaysWhatTheFormulasSay(c.contacts, c.now), iter: 1000);

    [Fact]
    public void Every_state_is_among_what_was_tried()
    {
        var met = new HashSet<RelationshipState>();
        AnyLife.Sample(contacts => { lock (met) { met.Add(Assess(contacts).State); } }, iter: 2000, threads: 1);
        Assert.Equal([RelationshipState.Unknown, RelationshipState.New, RelationshipState.Close, RelationshipState.Steady, RelationshipState.Fading, RelationshipState.Dormant], met.Order());
    }

    [Fact]
    public void The_list_holds_who_is_suggested_in_falling_tie_and_rising_id() =>
        Gen.Select(Life, Gen.Int[0, 3]).Array[0, 12].Sample(lives =>
        {
            var everybody = lives.SelectMany((life, n) => Enumerable.Range(0, 1 + (life.Item2 / 3)).Select(twin => life.Item1 with { Person = life.Item1.Person with { Id = 1 + n + (100 * twin) } })).ToList();
            var told = everybody.Select(r => (r.Person.Id, Assessment: RelationshipModel.Assess(r, Now), Relationship: r))
                .Where(t => Listing.StatusOf(t.Relationship, t.Assessment, Now).Listed)
                .OrderByDescending(t => t.Assessment.Tie).ThenBy(t => t.Id).Select(t => new Ranked(t.Id, t.Assessment.Tie));
            Assert.Equal(told, Ranking.Of(everybody, Now));
        });

    [Fact]
    public void From_the_stored_bytes_comes_the_same_list_but_for_those_left_out() =>
        Life.Array[0, 12].Sample(lives =>
        {
            var everybody = lives.Select((life, n) => life with { Person = life.Person with { Id = n + 1 }, Noise = null }).ToList();
            Assert.Equal(Ranking.Of(everybody, Now), Ranking.Of(everybody.Select(r => new Candidate(r.Person.Id, r.History.ToBytes(), r.History.Weeks[^1].Last, r.NextMeeting?.At)), Now));
        });

    [Fact]
    public void A_page_needs_a_part_of_the_histories_only()
    {
        byte[] unreadable = [2, 3, 0xe0, 0x2b, 255]; // three weeks, of which the first is known and no more
        var good = Enumerable.Range(0, 5).Select(n => new Candidate(n, History(BothWays(Enumerable.Range(0, 20).Select(w => 100.0 + (7 * w)))).ToBytes(), Now.AddDays(-100), null));

        Assert.Equal([0, 1, 2, 3, 4], Ranking.Of(good.Append(new Candidate(9, unreadable, Now.AddDays(-900), null)), Now).Take(5).Select(r => r.ContactId));
    }

    private static Gen<Relationship> Life => Gen.Select(AnyLife, Gen.Int[0, 8], Gen.Int[-40, 40]).Select((contacts, noise, meeting) =>
        With(History(contacts), noise: noise == 0 ? Noise.List : null) with { NextMeeting = meeting % 4 == 0 ? new Topic("Review", Now.AddDays(meeting)) : null });

    private static void SaysWhatTheFormulasSay(List<Interaction> contacts) => SaysWhatTheFormulasSay(contacts, Now);

    private static void SaysWhatTheFormulasSay(List<Interaction> contacts, DateTimeOffset now)
    {
        var history = WeeklyHistory.Of(contacts);
        var plain = new PlainModel(history, now);
        var assessment = RelationshipModel.Assess(With(history), now);
        if (plain.IsEmpty)
        {
            Assert.Equal((RelationshipState.Unknown, 0.0, 0.0, null), (assessment.State, assessment.Tie, assessment.Contact30, assessment.LastContact));
            return;
        }

        Assert.Equal((plain.State, plain.LastContact), (assessment.State, assessment.LastContact!));
        AssertNear(plain.Tie, assessment.Tie);
        var facts = Features.Of(history, now)!.Value;
        foreach (var (fast, slow) in new[] { (facts.Pulse, plain.Pulse), (facts.Exchange, plain.Exchange), (facts.Memory, plain.Memory), (facts.Quarters, plain.Quarters), (facts.OwnWeeks, plain.OwnWeeks), (facts.SilenceWeeks, plain.SilenceWeeks) })
        {
            AssertNear(slow, fast);
        }

        AssertNear(plain.Contact30, assessment.Contact30);
    }

    /// <summary>The logarithm of a number next to 1 holds fewer digits of what lies above it.</summary>
    private static void AssertNear(double plain, double fast) => Assert.Equal(plain, fast, Precision * Math.Max(1, plain));
}
