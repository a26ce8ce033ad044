using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class ReconnectionTests
{
    /// <summary>Every week for a while, and then nothing for more than half a year until the month.</summary>
    private static readonly IEnumerable<Interaction> Quiet = BothWays(Enumerable.Range(0, 12).Select(w => 250.0 + (7 * w)));

    private static readonly DateTimeOffset From = Now.AddDays(-30);

    [Fact]
    public void A_silence_that_goes_on_is_none() => Assert.Null(Of(Quiet));

    [Fact]
    public void Writing_to_somebody_who_had_gone_quiet_is_one_and_their_mail_after_it_answers()
    {
        Assert.Equal(new Reconnection(Now.AddDays(-20), Answered: false, Met: false), Of([.. Quiet, Contact(Now.AddDays(-20), Direction.Out)]));
        Assert.Equal(new Reconnection(Now.AddDays(-20), Answered: true, Met: true), Of([.. Quiet, Contact(Now.AddDays(-20), Direction.Out), Contact(Now.AddDays(-19), Direction.In), Contact(Now.AddDays(-2), Direction.Both)]));
    }

    [Fact]
    public void Who_only_wrote_to_the_owner_is_none_until_the_owner_writes_back()
    {
        Assert.Null(Of([.. Quiet, Contact(Now.AddDays(-20), Direction.In)]));
        Assert.Equal(new Reconnection(Now.AddDays(-10), Answered: false, Met: false), Of([.. Quiet, Contact(Now.AddDays(-20), Direction.In), Contact(Now.AddDays(-10), Direction.Out)]));
    }

    [Fact]
    public void Who_had_not_gone_quiet_is_none() => Assert.Null(Of(BothWays(Enumerable.Range(0, 20).Select(w => 7.0 * w + 1))));

    [Fact]
    public void What_happens_after_the_month_is_the_next_months() =>
        Assert.Null(Reconnection.Of(History([.. Quiet, Contact(Now.AddDays(-20), Direction.Out)]), From, Now.AddDays(-21), Now));

    [Fact]
    public void What_came_of_it_after_the_month_is_told_too() =>
        Assert.Equal(
            new Reconnection(Now.AddDays(-25), Answered: true, Met: true),
            Reconnection.Of(History([.. Quiet, Contact(Now.AddDays(-25), Direction.Out), Contact(Now.AddDays(-10), Direction.In), Contact(Now.AddDays(-3), Direction.Both)]), From, Now.AddDays(-20), Now));

    [Fact]
    public void A_silence_that_their_mail_of_last_month_ended_is_the_month_of_the_answers() =>
        Assert.Equal(
            new Reconnection(Now.AddDays(-29), Answered: false, Met: false), Of([.. Quiet, Contact(Now.AddDays(-31), Direction.In), Contact(Now.AddDays(-29), Direction.Out)]));

    [Fact]
    public void A_last_word_of_theirs_before_the_silence_did_not_end_it() =>
        Assert.NotNull(Of([.. Quiet, Contact(Now.AddDays(-240), Direction.In), Contact(Now.AddDays(-10), Direction.Out)]));

    [Fact]
    public void Who_was_written_to_the_month_before_is_not_told_again() => Assert.Null(Of([.. Quiet, Contact(Now.AddDays(-33), Direction.Out), Contact(Now.AddDays(-29), Direction.Out)]));

    [Fact]
    public void It_lies_within_the_month() =>
        Arbitrary.PastContacts.Sample(contacts => Of(contacts) is not { } found || (found.At >= From && found.At < Now));

    private static Reconnection? Of(IEnumerable<Interaction> contacts) => Reconnection.Of(History(contacts), From, Now, Now);
}
