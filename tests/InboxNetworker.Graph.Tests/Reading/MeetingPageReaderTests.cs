using System.Text;
using System.Text.Json;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Graph.Tests.Emulator;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace InboxNetworker.Graph.Tests.Reading;

public sealed class MeetingPageReaderTests
{
    static MeetingPageReaderTests() => ApiClientBuilder.RegisterDefaultDeserializer<JsonParseNodeFactory>();

    public static TheoryData<string, string> Oddities => new()
    {
        { "no page at all", """{"error":{"code":"x"}}""" },
        { "an empty page", """{"@odata.nextLink":"n","value":[]}""" },
        { "no id", """{"value":[{"subject":"s","start":{"dateTime":"2026-01-02T03:04:05.0000000","timeZone":"UTC"}}]}""" },
        { "no time", """{"value":[{"id":"a","start":{"dateTime":"soon"}},{"id":"b","start":null},{"id":"c"}]}""" },
        { "nulls", """{"value":[{"id":"a","start":{"timeZone":"UTC","dateTime":"2026-01-02T03:04:05.0000000"},"subject":null,"organizer":null,"attendees":null,"isCancelled":null,"responseStatus":null,"type":null}]}""" },
        { "nulls deep down", """{"value":[{"id":"a","start":{"dateTime":"2026-01-02T03:04:05"},"organizer":{"emailAddress":null},"attendees":[{"emailAddress":null},{"emailAddress":{"address":"A@B.example","name":null},"type":null,"status":null},{"emailAddress":{"address":"no address"},"type":"required"},{"status":{"response":null},"emailAddress":{"address":"c@b.example"}}],"responseStatus":{"response":null,"time":null}}]}""" },
        { "a room, and who declined", """{"value":[{"id":"a\/b","start":{"dateTime":"2026-01-02T03:04:05Z"},"attendees":[{"type":"resource","emailAddress":{"address":"room@b.example"}},{"type":"optional","status":{"response":"declined","time":"0001-01-01T00:00:00Z"},"emailAddress":{"address":"d@b.example","name":"D \u00e4"}},{"type":"required","status":{"response":"accepted"},"emailAddress":{"address":"e@b.example"}}],"responseStatus":{"response":"declined"},"isCancelled":true,"type":"occurrence"}]}""" },
        { "an exception of a series", """{"value":[{"id":"a","start":{"dateTime":"2026-01-02T03:04:05"},"type":"exception"},{"id":"b","start":{"dateTime":"2026-01-02T03:04:05"},"type":"seriesMaster"}]}""" },
        { "properties nobody asked for", """{"value":[{"id":"a","end":{"dateTime":"2026-01-02T04:00:00"},"start":{"x":[1,{"dateTime":"no"}],"dateTime":"2026-01-02T03:04:05"},"locations":[{"type":"room"}],"attendees":[{"x":{"type":"resource"},"emailAddress":{"address":"e@b.example"}}]}]}""" },
    };

    [Fact]
    public async Task The_sample_calendar_is_read_as_through_the_models_of_the_sdk()
    {
        await using var client = await EmulatorClient.StartAsync(InboxNetworker.GraphEmulator.Mailboxes.Sample.SampleMailbox.Create(SmallMailbox.Now));
        var reader = new MeetingPageReader(new SeenNames());
        var meetings = 0;
        var window = $"startDateTime={MeetingReading.Time(SmallMailbox.Now.AddDays(-1400))}&endDateTime={MeetingReading.Time(SmallMailbox.Now.AddDays(60))}";
        var link = $"me/calendarView?{window}&$top=200&$select={string.Join(',', MeetingReading.Properties)}";
        for (string? next = link; next is not null;)
        {
            var answer = (await client.GetJsonAsync(next)).ToJsonString();
            var page = reader.Read(Encoding.UTF8.GetBytes(answer))!;
            Assert.Equal(await PlainlyAsync(answer), Lines(page));
            meetings += page.Meetings.Count;
            next = page.NextLink;
        }

        Assert.True(meetings > 900, $"{meetings} meetings");
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task An_odd_page_is_read_as_through_the_models_of_the_sdk(string what, string answer)
    {
        Assert.NotEmpty(what);
        Assert.Equal(await PlainlyAsync(answer), Lines(new MeetingPageReader(new SeenNames()).Read(Encoding.UTF8.GetBytes(answer))));
    }

    [Fact]
    public void A_page_that_breaks_off_anywhere_is_no_page()
    {
        var answer = Encoding.UTF8.GetBytes("""{"value":[{"id":"a","start":{"dateTime":"2026-01-02T03:04:05"},"attendees":[{"status":{"response":"none"},"emailAddress":{"name":"N","address":"a@b.example"}}],"isCancelled":false}]}""");
        var reader = new MeetingPageReader(new SeenNames());
        Assert.NotNull(reader.Read(answer));
        for (var length = 0; length < answer.Length; length++)
        {
            Assert.ThrowsAny<JsonException>(() => reader.Read(answer.AsSpan(0, length)));
        }
    }

    private static async Task<string> PlainlyAsync(string answer)
    {
        var page = await KiotaJsonSerializer.DeserializeAsync<EventCollectionResponse>(answer, EmulatorClient.Cancel);
        return page?.Value is { } events ? Lines(new MeetingPage([.. events.Select(ToEntry).OfType<MeetingEntry>()], page.OdataNextLink)) : "none";
    }

    private static MeetingEntry? ToEntry(Event meeting) => meeting.Id is null || MeetingReading.TimeOf(meeting.Start?.DateTime) is not { } start
        ? null
        : new MeetingEntry(ItemId.Of(meeting.Id), new MeetingItem(
            MessageReading.ToParticipant(meeting.Organizer?.EmailAddress),
            [.. (meeting.Attendees ?? []).Select(ToAttendee).OfType<MeetingAttendee>()],
            meeting.Subject,
            start,
            meeting.IsCancelled ?? false,
            meeting.ResponseStatus?.Response == ResponseType.Declined,
            meeting.Type is EventType.Occurrence or EventType.Exception));

    private static MeetingAttendee? ToAttendee(Attendee attendee) => MessageReading.ToParticipant(attendee.EmailAddress) is { } participant
        ? new MeetingAttendee(
            participant,
            attendee.Type == AttendeeType.Resource ? AttendeeRole.Resource : AttendeeRole.Person,
            attendee.Status?.Response == ResponseType.Declined)
        : null;

    private static string Lines(MeetingPage? page) => page is null
        ? "none"
        : string.Join('\n', page.Meetings.Select(m => $"{m.Id} {m.Meeting with { Attendees = [] }} {string.Join(';', m.Meeting.Attendees)}").Append(page.NextLink));
}
