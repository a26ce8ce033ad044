using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class RelationshipStateTests
{
    private const double Second = 1.0 / 86_400;

    [Fact]
    public void Nothing_yet_is_unknown()
    {
        var nothing = Assess();
        Assert.Equal((RelationshipState.Unknown, 0, 0, null), (nothing.State, nothing.Tie, nothing.Contact30, nothing.LastContact));
        Assert.Empty(nothing.Reasons);
    }

    [Theory]
    [InlineData(1, 10, RelationshipState.New)]
    [InlineData(2, 45, RelationshipState.New)]
    [InlineData(2, 60, RelationshipState.New)]
    [InlineData(2, 60 + Second, RelationshipState.Unknown)]
    [InlineData(2, 400, RelationshipState.Unknown)]
    public void Fewer_than_three_weeks_are_new_for_sixty_days_and_then_too_little(int weeks, double firstDaysAgo, RelationshipState state) =>
        Assert.Equal(state, Assess(BothWays(Weekly(weeks, firstDaysAgo - (7 * (weeks - 1))))).State);

    [Theory]
    [InlineData(60, RelationshipState.New)]
    [InlineData(60 + Second, RelationshipState.Steady)]
    public void Three_weeks_are_new_for_sixty_days_too(double firstDaysAgo, RelationshipState state) =>
        Assert.Equal(state, Assess(BothWays(firstDaysAgo, firstDaysAgo - 28, firstDaysAgo - 42)).State);

    [Theory]
    [InlineData(Direction.Out)]
    [InlineData(Direction.In)]
    public void Only_one_side_is_no_relationship_however_long(Direction direction) =>
        Assert.Equal(RelationshipState.Unknown, Assess(Weekly(40, 5).Select(d => Contact(Now.AddDays(-d), direction))).State);

    [Fact]
    public void Meetings_alone_are_a_relationship() =>
        Assert.Equal(RelationshipState.Dormant, Assess(Weekly(5, 200).Select(d => Contact(Now.AddDays(-d), Direction.Both))).State);

    [Theory]
    [InlineData(7, RelationshipState.Close)]
    [InlineData(6, RelationshipState.Steady)]
    public void Seven_of_the_last_thirteen_weeks_are_close(int weeks, RelationshipState state) =>
        Assert.Equal(state, Assess(BothWays(Enumerable.Range(0, weeks).Select(w => 12.0 * 7 * w / (weeks - 1)).Append(400))).State);

    [Fact]
    public void The_fourteenth_week_ago_does_not_count() =>
        Assert.Equal(RelationshipState.Steady, Assess(BothWays(0, 7, 14, 21, 28, 35, 91)).State);

    // A rhythm of a week: fading after 30 days, the least there is; dormant after 90, the least there is.
    [Theory]
    [InlineData(7, 30, RelationshipState.Steady)]
    [InlineData(7, 30 + Second, RelationshipState.Fading)]
    [InlineData(7, 90, RelationshipState.Fading)]
    [InlineData(7, 90 + Second, RelationshipState.Dormant)]
    // Of four weeks: after three times that, and half as long again.
    [InlineData(28, 84, RelationshipState.Steady)]
    [InlineData(28, 84 + Second, RelationshipState.Fading)]
    [InlineData(28, 126, RelationshipState.Fading)]
    [InlineData(28, 126 + Second, RelationshipState.Dormant)]
    [InlineData(70, 210, RelationshipState.Steady)]
    [InlineData(70, 210 + Second, RelationshipState.Fading)]
    [InlineData(70, 315, RelationshipState.Fading)]
    [InlineData(70, 315 + Second, RelationshipState.Dormant)]
    // Of half a year: after 365 days, the most there is.
    [InlineData(182, 365, RelationshipState.Steady)]
    [InlineData(182, 365 + Second, RelationshipState.Fading)]
    [InlineData(182, 547.5, RelationshipState.Fading)]
    [InlineData(182, 547.5 + Second, RelationshipState.Dormant)]
    public void A_silence_is_measured_by_the_rhythm_before_it(int rhythmDays, double silentDays, RelationshipState state) =>
        Assert.Equal(state, Assess(BothWays(Enumerable.Range(0, 5).Select(n => silentDays + ((double)n * rhythmDays)).Append(2500))).State);

    [Fact]
    public void The_rhythm_is_the_middle_distance_and_not_the_mean() =>
        Assert.Equal(RelationshipState.Dormant, Assess(BothWays(100, 107, 114, 121, 1500, 2500)).State);

    [Theory]
    [InlineData(63, RelationshipState.Steady)]
    [InlineData(63 + Second, RelationshipState.Fading)]
    public void Of_two_middle_distances_the_rhythm_lies_half_way(double silentDays, RelationshipState state) =>
        Assert.Equal(state, Assess(BothWays(new double[] { 0, 7, 7 + 14, 21 + 28, 49 + 63 }.Select(d => silentDays + d))).State);

    [Fact]
    public void The_rhythm_is_that_of_the_last_twenty_six_weeks_with_contact() =>
        Assert.Equal(RelationshipState.Steady, Assess(BothWays(Enumerable.Range(0, 26).Select(n => 80 + (28.0 * n)).Concat(Weekly(300, 900)))).State);

    [Fact]
    public void A_short_acquaintance_that_fell_silent_is_fading() =>
        Assert.Equal(RelationshipState.Fading, Assess(BothWays(35, 42, 49)).State);

    private static IEnumerable<double> Weekly(int weeks, double lastDaysAgo) => Enumerable.Range(0, weeks).Select(w => lastDaysAgo + (7 * w));
}
