using CsCheck;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Relationships;

public sealed class ListingTests
{
    public static TheoryData<string, string, double[], Direction?> Cases => new()
    {
        { "dormant", "You and Ana have not been in touch for 6 months.", [200, 207, 214, 221], null },
        { "fading", "It has been 5 weeks, longer than usual between you and Ana.", [40, 47, 54, 61, 68, 75], null },
        { "new", "You and Ana have only just met; there is nothing to revive.", [5], null },
        { "in-touch", "You and Ana are in touch; last contact was on 7 June 2024.", [5, 40, 70, 100], null },
        { "in-touch", "You and Ana are in touch; last contact was on 11 June 2024.", [1, 8, 15, 22, 29, 36, 43, 50, 57, 64, 71], null },
        { "too-little", "You and Ana have been in touch in 1 week so far; a suggestion needs 3.", [300], null },
        { "too-little", "You and Ana have been in touch in 2 weeks so far; a suggestion needs 3.", [300, 320], null },
        { "one-way", "Ana has written to you, and you have not written back.", [100, 200, 300], Direction.In },
        { "never-wrote-back", "You have written to Ana, and nothing has come back.", [100, 200, 300], Direction.Out },
        { "never-seen", "No mail or meeting between the two of you has been read.", [], null },
        { "never-seen", "No mail or meeting between the two of you has been read.", [-30], null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everybody_is_told_why_they_are_listed_or_not(string code, string text, double[] daysAgo, Direction? only)
    {
        var status = Status(With(History(BothWays(daysAgo).Where(c => only is null || c.Direction == only))));
        Assert.Equal((code, text, code is "dormant" or "fading"), (status.Code, status.Text, status.Listed));
    }

    [Theory]
    [InlineData(Noise.NoReply, "left-out-no-reply")]
    [InlineData(Noise.Automatic, "left-out-automatic")]
    [InlineData(Noise.Role, "left-out-role")]
    [InlineData(Noise.List, "left-out-list")]
    [InlineData(Noise.Room, "left-out-room")]
    [InlineData(Noise.OneWay, "left-out-one-way")]
    public void Noise_is_never_listed_whatever_its_history(Noise noise, string code)
    {
        var status = Status(With(History(BothWays(200, 207, 214, 221)), noise: noise));
        Assert.Equal((code, false), (status.Code, status.Listed));
        Assert.StartsWith("Left out: ", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_left_out_by_the_owner_is_told_so() =>
        Assert.Equal(("left-out-by-owner", "Left out: you said so.", false), Told(Status(With(History(BothWays(200, 207, 214, 221)), noise: Noise.ByOwner))));

    [Theory]
    [InlineData(0.01, "meeting-soon")]
    [InlineData(10, "meeting-soon")]
    [InlineData(30, "meeting-soon")]
    [InlineData(30.01, "dormant")]
    [InlineData(0, "dormant")]
    [InlineData(-1, "dormant")]
    public void Whom_the_owner_meets_within_thirty_days_is_not_suggested(double inDays, string code)
    {
        var status = Status(With(History(BothWays(200, 207, 214, 221))) with { NextMeeting = new Topic("Lunch", Now.AddDays(inDays)) });
        Assert.Equal((code, code == "dormant"), (status.Code, status.Listed));
    }

    [Theory]
    [InlineData("meeting-soon", "You and Ana meet on 20 June 2024; nothing needs doing.", new double[] { 40, 47, 54, 61, 68, 75 })]
    [InlineData("in-touch", "You and Ana are in touch; last contact was on 7 June 2024.", new double[] { 5, 40, 70, 100 })]
    [InlineData("too-little", "You and Ana have been in touch in 1 week so far; a suggestion needs 3.", new double[] { 300 })]
    public void A_coming_meeting_is_told_only_where_it_is_the_reason(string code, string text, double[] daysAgo) =>
        Assert.Equal((code, text, false), Told(Status(With(History(BothWays(daysAgo))) with { NextMeeting = new Topic("Lunch", Time("2024-06-20T09:00:00Z")) })));

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, Noise.OneWay)]
    public void Three_mails_and_never_a_line_back_are_left_out_as_one_way(int mails, Noise? noise)
    {
        var writes = Enumerable.Range(0, mails).Select(n => Contact(Now.AddDays(-100 - n), Direction.In)).ToList();
        Assert.Equal(noise, Listing.LeftOutAs(With(History(writes))));
        Assert.Null(Listing.LeftOutAs(With(History(writes.Append(Contact(Now.AddDays(-300), Direction.Out))))));
        Assert.Null(Listing.LeftOutAs(With(History(writes.Append(Gathering(Now.AddDays(-300)))))));
        Assert.Equal(Noise.List, Listing.LeftOutAs(With(History(writes), noise: Noise.List)));
    }

    [Fact]
    public void A_relationship_let_rest_is_not_listed()
    {
        var relationship = With(History(BothWays(200, 207, 214)));
        var status = Listing.StatusOf(relationship, RelationshipModel.Assess(relationship, Now) with { State = RelationshipState.Resting }, Now);
        Assert.Equal(("resting", false), (status.Code, status.Listed));
    }

    [Theory]
    [InlineData("ana.fox@there.example", "never-seen")]
    [InlineData("noreply@there.example", "left-out-no-reply")]
    [InlineData("linux-man@vger.kernel.org", "left-out-list")]
    public void An_address_never_seen_is_told_so_or_its_noise(string address, string code) =>
        Assert.Equal((code, false), (Listing.Unseen(Address(address)).Code, Listing.Unseen(Address(address)).Listed));

    [Fact]
    public void Only_people_with_both_sides_and_three_weeks_and_a_silence_are_listed() =>
        Arbitrary.PastContacts.Sample(contacts =>
        {
            if (!Status(With(History(contacts))).Listed)
            {
                return;
            }

            Assert.True(contacts.Any(c => c.Direction == Direction.Both) || contacts.Select(c => c.Direction).Distinct().Count() == 2);
            Assert.True(contacts.Select(c => IsoWeek.Of(c.At)).Distinct().Count() >= RelationshipModel.MinWeeks);
            Assert.True(Now - contacts.Max(c => c.At) > TimeSpan.FromDays(30));
        });

    private static (string Code, string Text, bool Listed) Told(ListingStatus status) => (status.Code, status.Text, status.Listed);

    private static ListingStatus Status(Relationship relationship) => Listing.StatusOf(relationship, RelationshipModel.Assess(relationship, Now), Now);
}
