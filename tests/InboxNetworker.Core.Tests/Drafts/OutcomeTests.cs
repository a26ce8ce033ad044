using CsCheck;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Drafts;

public sealed class OutcomeTests
{
    private static readonly DateTimeOffset Drafted = Now.AddDays(-30);

    [Fact]
    public void Without_a_draft_there_is_none() => Assert.Null(Outcome.Of(With(History(BothWays(10))), Now));

    [Fact]
    public void What_came_before_the_draft_did_not_come_of_it() => Assert.Equal(new Outcome(Drafted, null, null, null), Of(BothWays(31, 60)));

    [Fact]
    public void A_mail_after_it_was_sent_and_theirs_after_that_answers_it()
    {
        Assert.Equal(new Outcome(Drafted, Now.AddDays(-29), null, null), Of([Contact(Now.AddDays(-29.5), Direction.In), Contact(Now.AddDays(-29), Direction.Out)]));
        Assert.Equal(new Outcome(Drafted, Now.AddDays(-29), Now.AddDays(-8), null), Of([Contact(Now.AddDays(-29), Direction.Out), Contact(Now.AddDays(-8), Direction.In)]));
    }

    [Fact]
    public void A_meeting_after_it_counts_though_nothing_was_sent() => Assert.Equal(new Outcome(Drafted, null, null, Now.AddDays(-3)), Of([Contact(Now.AddDays(-3), Direction.Both)]));

    [Fact]
    public void What_is_still_to_come_does_not_count() => Assert.Equal(new Outcome(Drafted, null, null, null), Of([Contact(Now.AddDays(3), Direction.Both)]));

    [Fact]
    public void Nothing_is_before_the_draft_and_no_answer_before_what_it_answers() =>
        Arbitrary.PastContacts.Sample(contacts =>
        {
            var outcome = Of(contacts)!;
            Assert.True(!(outcome.SentAt <= Drafted) && !(outcome.MetAt <= Drafted) && !(outcome.AnsweredAt <= outcome.SentAt));
            Assert.True(outcome.AnsweredAt is null || outcome.SentAt is not null);
            Assert.Equal(contacts.Any(c => c.Direction == Direction.Out && c.At > Drafted), outcome.SentAt is not null);
        });

    private static Outcome? Of(IEnumerable<Interaction> contacts) => Outcome.Of(With(History(contacts)) with { Word = new OwnersWord(Preferences.None, DraftedAt: Drafted) }, Now);
}
