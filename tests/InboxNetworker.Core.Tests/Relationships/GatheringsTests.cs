using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

/// <summary>
/// A series is in the calendar whether the two turn to each other or not. Its weeks count up to as many as there are weeks of direct
/// contact and two beyond; so three weeks of direct contact always outweigh a series alone.
/// </summary>
public sealed class GatheringsTests
{
    private const int BeyondDirect = 2;

    [Theory]
    [InlineData(3, 0)]
    [InlineData(52, 0)]
    [InlineData(520, 0)]
    [InlineData(13, 45)]
    [InlineData(52, 120)]
    [InlineData(520, 400)]
    [InlineData(520, 2000)]
    public void A_weekly_series_alone_counts_less_than_three_weeks_of_direct_contact(int weeks, double silentDays) =>
        Assert.True(Score(Series(weeks, silentDays)).Tie < Score(BothWays(Weekly(BeyondDirect + 1, silentDays))).Tie);

    [Fact]
    public void However_long_and_however_long_ago_a_series_alone_counts_less_than_three_weeks_of_direct_contact() =>
        Gen.Select(Gen.Int[1, 600], Gen.Double[0, 1500]).Sample((weeks, silentDays) =>
        {
            var (series, direct) = (Score(Series(weeks, silentDays)), Score(BothWays(Weekly(BeyondDirect + 1, silentDays))));
            return series.Tie < direct.Tie && series.Contact30 < direct.Contact30;
        });

    [Fact]
    public void With_direct_contact_a_series_counts_no_more_than_as_many_weeks_again_and_two() =>
        Gen.Select(Gen.Int[1, 600], Gen.Int[0, 20], Gen.Double[0, 1500]).Sample((weeks, direct, silentDays) =>
        {
            var contacts = Weekly(direct, silentDays).Select(d => Contact(Now.AddDays(-d), Direction.Both)).Concat(Series(weeks, silentDays)).ToList();
            Assert.True(Score(contacts).Tie <= Score(Weekly((2 * direct) + BeyondDirect, silentDays).Select(d => Contact(Now.AddDays(-d), Direction.Both))).Tie + 1e-9);
        });

    [Fact]
    public void A_longer_series_never_counts_less() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 300], Gen.Double[0, 1500]).Sample((weeks, more, silentDays) =>
            Score(Series(weeks + more, silentDays)).Tie >= Score(Series(weeks, silentDays)).Tie);

    [Fact]
    public void A_line_within_the_week_of_a_gathering_makes_it_a_week_of_direct_contact() =>
        Assert.Equal(
            Score(Weekly(10, 5).Select(d => Contact(Now.AddDays(-d), Direction.Both))),
            Score(Weekly(10, 5).SelectMany(d => new[] { Gathering(Now.AddDays(-d)), Contact(Now.AddDays(-d), Direction.Both) })));

    [Fact]
    public void A_weekly_series_alone_is_not_close() =>
        Assert.Equal(RelationshipState.Steady, Assess(Series(52, 1)).State);

    private static IEnumerable<Interaction> Series(int weeks, double silentDays) => Weekly(weeks, silentDays).Select(d => Gathering(Now.AddDays(-d)));

    private static IEnumerable<double> Weekly(int weeks, double lastDaysAgo) => Enumerable.Range(0, weeks).Select(w => lastDaysAgo + (7 * w));

    private static (double Tie, double Contact30) Score(IEnumerable<Interaction> contacts) => RelationshipModel.Score(History(contacts), Now);
}
