using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class RhythmsTests
{
    [Theory]
    [InlineData(7, 8, "nearly every week")]
    [InlineData(21, 8, "about every 3 weeks")]
    [InlineData(91, 8, "about every 3 months")]
    [InlineData(7, 5, null)]
    public void A_habit_needs_six_weeks_with_contact(int daysBetween, int weeks, string? rhythm) =>
        Assert.Equal(rhythm, Rhythms.Of(History(BothWays([.. Enumerable.Range(0, weeks).Select(n => 3.0 + (daysBetween * n))])), Now));

    [Fact]
    public void The_turn_is_of_who_did_not_write_last_and_a_meeting_leaves_none()
    {
        Assert.Equal(Turn.Yours, Turns.Of(new LastContact(Now, Channel.Mail, Direction.In)));
        Assert.Equal(Turn.Theirs, Turns.Of(new LastContact(Now, Channel.Mail, Direction.Out)));
        Assert.Null(Turns.Of(new LastContact(Now, Channel.Meeting, Direction.Both)));
        Assert.Null(Turns.Of(null));
    }
}
