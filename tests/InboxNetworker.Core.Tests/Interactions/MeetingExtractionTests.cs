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
    public void Whatever_changes_what_is_counted_changes_the_key_and_nothing_else_does()
    {
        var meeting = Meeting("ana@x.example", Came("me@here.example"), Came("bo@x.example"));
        Assert.Equal(KeyOf(meeting), KeyOf(meeting with { Attendees = [.. meeting.Attendees.Reverse(), Room] }));
        Assert.Equal(KeyOf(meeting), KeyOf(meeting with { Start = meeting.Start.AddMilliseconds(999) }));
        Assert.All(
            [
                meeting with { Attendees = [Came("me@here.example"), Came("bo@x.example") with { Declined = true }] },
                meeting with { Attendees = [.. meeting.Attendees, Came("cy@x.example")] },
                meeting with { Organizer = Somebody("bo@x.example") },
                meeting with { Start = meeting.Start.AddSeconds(1) },
                meeting with { Subject = "Planning more" },
                meeting with { IsOfSeries = true },
            ],
            changed => Assert.NotEqual(KeyOf(meeting), KeyOf(changed)));
    }

    [Theory]
    [InlineData(1, false, Channel.Meeting)]
    [InlineData(Extraction.LargeMeeting, false, Channel.Meeting)]
    [InlineData(Extraction.LargeMeeting + 1, false, Channel.Gathering)]
    [InlineData(Extraction.MaxRecipients, false, Channel.Gathering)]
    [InlineData(1, true, Channel.Gathering)]
    public void A_series_and_a_meeting_with_more_than_eight_others_are_gatherings(int others, bool series, Channel channel)
    {
        var found = new List<Interaction>();
        Extraction.FromMeeting(Meeting("me@here.example", [.. Enumerable.Range(0, others).Select(i => Came($"p{i}@x.example"))]) with { IsOfSeries = series }, Own, Now, found);
        Assert.Equal(others, found.Count);
        Assert.All(found, i => Assert.Equal((channel, Direction.Both), (i.Channel, i.Direction)));
    }

    [Fact]
    public void Who_declined_the_owner_and_rooms_do_not_make_a_meeting_large()
    {
        var found = new List<Interaction>();
        var people = Enumerable.Range(0, Extraction.LargeMeeting).Select(i => Came($"p{i}@x.example"));
        Extraction.FromMeeting(Meeting("me@here.example", [.. people, Came("me@here.example"), Came("no@x.example") with { Declined = true }, Room]), Own, Now, found);
        Assert.All(found, i => Assert.Equal(Channel.Meeting, i.Channel));
    }

    private static MeetingItem Meeting(string organizer, params MeetingAttendee[] attendees) =>
        new(Somebody(organizer), attendees, "Planning", Now.AddDays(-1));

    private static MeetingAttendee Room => Came("room.5@here.example") with { Role = AttendeeRole.Resource };

    private static ContentKey KeyOf(MeetingItem meeting)
    {
        var found = new List<Interaction>();
        Extraction.FromMeeting(meeting, Own, Now, found);
        return Assert.Single(found.Select(i => i.Source).Distinct());
    }

    private static MeetingAttendee Came(string address) => new(Somebody(address), AttendeeRole.Person, Declined: false);

    private static NotCounted? Reason(MeetingItem meeting) => Extraction.FromMeeting(meeting, Own, Now, []);

    private static List<string> Met(MeetingItem meeting)
    {
        var found = new List<Interaction>();
        Extraction.FromMeeting(meeting, Own, Now, found);
        return [.. found.Select(i => i.Counterpart.Value).Order(StringComparer.Ordinal)];
    }
}
