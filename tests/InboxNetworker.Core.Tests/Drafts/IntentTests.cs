using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Interactions;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Drafts;

public sealed class IntentTests
{
    [Fact]
    public void Whoever_waits_for_an_answer_gets_one() => Assert.Equal(Intent.Answer, First([.. BothWays(60, 50), Contact(Now.AddDays(-20), Direction.In)]));

    [Fact]
    public void After_half_a_year_nobody_waits_any_more() => Assert.Equal(Intent.CheckIn, First([.. BothWays(260, 250), Contact(Now.AddDays(-183), Direction.In)]));

    [Fact]
    public void After_a_meeting_lately_one_says_thank_you() => Assert.Equal(Intent.Thank, First([.. BothWays(60, 50), Contact(Now.AddDays(-30), Direction.Both)]));

    [Fact]
    public void A_meeting_longer_ago_is_referred_to_when_one_asks_how_they_are()
    {
        var relationship = With(History([.. BothWays(260, 250), Contact(Now.AddDays(-100), Direction.Both)]), meeting: new("Planning", Now.AddDays(-100)));
        var values = DraftFacts.Of(relationship, null, "Olga Owner", Now, Core.Wording.Words.English).Values;

        Assert.Equal(Intent.CheckIn, Intents.For(relationship, Now)[0]);
        Assert.Equal(("Planning", true), (values["topic"], values["met"]));
    }

    [Theory]
    [InlineData(3, 1, Intent.OfferHelp)]
    [InlineData(2, 0, Intent.CheckIn)]
    [InlineData(3, 2, Intent.CheckIn)]
    public void Of_whom_the_owner_mostly_was_the_one_to_get_in_touch_is_offered_help(int owners, int theirs, Intent expected)
    {
        var contacts = new List<Interaction> { Contact(Now.AddDays(-1_000), Direction.Out) };
        for (var time = 0; time < owners + theirs; time++)
        {
            var (opens, answers) = time < theirs ? (Direction.In, Direction.Out) : (Direction.Out, Direction.In);
            contacts.AddRange([Contact(Now.AddDays(-900 + (60 * time)), opens), Contact(Now.AddDays(-899.5 + (60 * time)), answers)]);
        }

        Assert.Equal(expected, First(contacts));
    }

    [Fact]
    public void Without_any_contact_one_asks_how_they_are() => Assert.Equal(Intent.CheckIn, First([]));

    [Fact]
    public void Every_intent_is_offered_once() =>
        Assert.Equal(Intents.All, Intents.For(With(History(Contact(Now.AddDays(-20), Direction.In))), Now).Order());

    private static Intent First(IEnumerable<Interaction> contacts) => Intents.For(With(History(contacts)), Now)[0];
}
