using InboxNetworker.Core.Interactions;
using static InboxNetworker.Core.Tests.Given;

namespace InboxNetworker.Core.Tests.Interactions;

public sealed class MeetingExtractionTests
{
    [Fact]
    public void A_meeting_is_a_contact_with_everybody_who_came() =>
        Assert.Equal(["ana@x.example", "bo@x.example"], Met(Meeting("me@here.example", Came("ana@x.example"), Came("bo@x.example"))));

    [Fact]
    public void The_organiser_came() =>
        Assert.Equal(["ana@x.example", "bo@x.example"], Met(Meeting("ana@x.example", Came("me@here.example"), Came("bo@x.example"))));

    [Fact]
    public void The_organiser_alone_is_enough_where_the_guests_are_hidden() =>
        Assert.Equal(["ana@x.example"], Met(Meeting("ana@x.example")));

    [Fact]
    public void The_organiser_among_the_guests_is_one_contact() =>
        Assert.Equal(["ana@x.example"], Met(Meeting("ana@x.example", Came("ana@x.example"), Came("me@here.example"))));

    [Fact]
    public void Who_declined_was_not_there() =>
        Assert.Equal(["bo@x.example"], Met(Meeting("me@here.example", Came("ana@x.example") with { Declined = true }, Came("bo@x.example"))));

    [Fact]
    public void A_room_is_nobody() =>
        Assert.Equal(["ana@x.example"], Met(Meeting("me@here.example", Came("ana@x.example"), Came("room.5@here.example") with { Role = AttendeeRole.Resource })));

    [Fact]
    public void What_did_not_take_place_says_why()
    {
        var meeting = Meeting("ana@x.example", Came("me@here.example"));
        Assert.Null(Reason(meeting));
        Assert.Equal(NotCounted.Cancelled, Reason(meeting with { IsCancelled = true }));
        Assert.Equal(NotCounted.Declined, Reason(meeting with { OwnerDeclined = true }));
        Assert.Equal(NotCounted.Coming, Reason(meeting with { Start = Now.AddSeconds(1) }));
        Assert.Null(Reason(meeting with { Start = Now }));
        Assert.Equal(NotCounted.NotBetweenTwo, Reason(Meeting("me@here.example", Came("my.alias@here.example"))));
        Assert.Equal(NotCounted.NotBetweenTwo, Reason(Meeting("me@here.example", Came("ana@x.example") with { Declined = true })));
        Assert.Equal(NotCounted.NotBetweenTwo, Reason(Meeting("me@here.example") with { Organizer = null }));
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, NotCounted.MassMail)]
    public void A_meeting_of_twenty_is_a_contact_and_of_more_a_broadcast(int people, NotCounted? reason)
    {
        var room = Came("room@here.example") with { Role = AttendeeRole.Resource };
        Assert.Equal(reason, Reason(Meeting("me@here.example", [.. Enumerable.Range(0, people).Select(i => Came($"p{i}@x.example")), room])));
    }

    [Fact]
    public void A_meeting_is_a_contact_of_both_sides_at_its_start()
    {
        var found = new List<Interaction>();
        Extraction.FromMeeting(Meeting("ana@x.example"), Own, Now, found);
        Assert.Equal((Channel.Meeting, Direction.Both, Now.AddDays(-1)), (found[0].Channel, found[0].Direction, found[0].At));
    }

    [Fact]
    public void An_answer_given_later_does_not_make_it_another_meeting()
    {
        List<Interaction> before = [], after = [];
        Extraction.FromMeeting(Meeting("ana@x.example", Came("me@here.example"), Came("bo@x.example")), Own, Now, before);
        Extraction.FromMeeting(Meeting("ana@x.example", Came("me@here.example"), Came("bo@x.example") with { Declined = true }), Own, Now, after);
        Assert.Equal(before[0].Source, after[0].Source);
        Assert.Equal((2, 1), (before.Count, after.Count));
    }

    private static MeetingItem Meeting(string organizer, params MeetingAttendee[] attendees) =>
        new(Somebody(organizer), attendees, "Planning", Now.AddDays(-1));

    private static MeetingAttendee Came(string address) => new(Somebody(address), AttendeeRole.Person, Declined: false);

    private static NotCounted? Reason(MeetingItem meeting) => Extraction.FromMeeting(meeting, Own, Now, []);

    private static List<string> Met(MeetingItem meeting)
    {
        var found = new List<Interaction>();
        Extraction.FromMeeting(meeting, Own, Now, found);
        return [.. found.Select(i => i.Counterpart.Value).Order(StringComparer.Ordinal)];
    }
}
