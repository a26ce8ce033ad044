using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>The emulator's own routes that change the calendar.</summary>
public sealed class CalendarRouteTests
{
    private const string Lunch =
        """
        {"subject":"Lunch","start":"2026-03-02T12:00:00Z","end":"2026-03-02T14:00:00+01:00","organizer":{"name":"Jon Berg","address":"jon.berg@fabrikam.example"},
         "attendees":[{"address":"mara.lind@northwind.example","type":"optional","response":"tentativelyAccepted"}],"ownResponse":"tentativelyAccepted","weeks":1,"occurrences":3}
        """;

    [Fact]
    public async Task Events_are_added_changed_and_deleted_without_a_token()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        emulator.Http.DefaultRequestHeaders.Authorization = null;

        var (made, added) = await SendAsync(emulator, HttpMethod.Post, "events", Lunch);
        var id = added["id"]!.GetValue<string>();
        var (changed, after) = await SendAsync(emulator, HttpMethod.Patch, $"events/{id}", """{"subject":"Dinner","ownResponse":"declined"}""");
        var (_, all) = await SendAsync(emulator, HttpMethod.Get, "events");
        var (deleted, _) = await SendAsync(emulator, HttpMethod.Delete, $"events/{id}");
        var (gone, _) = await SendAsync(emulator, HttpMethod.Delete, $"events/{id}");

        Assert.Equal([201, 200, 204, 404], new[] { made, changed, deleted, gone });
        Assert.Equal(("2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z", 1, 3), (added["start"]!.GetValue<string>(), added["end"]!.GetValue<string>(), added["weeks"]!.GetValue<int>(), added["occurrences"]!.GetValue<int>()));
        Assert.Equal("""[{"name":"mara.lind@northwind.example","address":"mara.lind@northwind.example","type":"optional","response":"tentativelyAccepted"}]""", added["attendees"]!.ToJsonString());
        Assert.Equal(("Dinner", "declined"), (after["subject"]!.GetValue<string>(), after["ownResponse"]!.GetValue<string>()));
        Assert.Equal(after.ToJsonString(), Assert.Single(all["events"]!.AsArray())!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"subject":"Lunch","start":"2026-03-02T12:00:00Z"}""", "subject, start and end are needed.")]
    [InlineData("""{"subject":7}""", "subject: a text is expected.")]
    [InlineData("""{"start":"soon"}""", "start: a time in the form 2026-03-02T12:00:00Z is expected.")]
    [InlineData("""{"start":"12:00"}""", "start: a time in the form 2026-03-02T12:00:00Z is expected.")]
    [InlineData("""{"title":"Lunch"}""", "title: cannot be set here; known are subject, start, end, attendees, isCancelled, ownResponse, organizer, weeks, occurrences, isAllDay.")]
    [InlineData("""{"subject":"L","start":"2026-03-02","end":"2026-03-01"}""", "end: a meeting cannot end before its start.")]
    [InlineData("""{"ownResponse":"perhaps"}""", "ownResponse: one of none, organizer, accepted, tentativelyAccepted, declined, notResponded is expected.")]
    [InlineData("""{"isCancelled":"yes"}""", "isCancelled: true or false is expected.")]
    [InlineData("""{"weeks":1.5}""", "weeks: a whole number is expected.")]
    [InlineData("""{"organizer":"Jon"}""", "organizer: an object with name and address is expected.")]
    [InlineData("""{"attendees":[{"name":"Jon"}]}""", "attendees[0].address: an e-mail address is needed.")]
    [InlineData("""{"attendees":[null]}""", "attendees[0]: an object with name and address is expected.")]
    [InlineData("""{"attendees":[{"address":"jon@x.example","type":"guest"}]}""", "attendees[0].type: one of required, optional, resource is expected.")]
    [InlineData("""{"attendees":{}}""", "attendees: a list is expected.")]
    [InlineData("""{"subject":"a","subject":"b"}""", "The body is not a JSON object.")]
    [InlineData("[]", "The body is not a JSON object.")]
    public async Task A_wrong_event_is_explained_and_not_added(string body, string says)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var (status, answer) = await SendAsync(emulator, HttpMethod.Post, "events", body);

        Assert.Equal((400, says), (status, answer["error"]!["message"]!.GetValue<string>()));
        Assert.Empty(emulator.Host.Calendar.Events);
    }

    [Theory]
    [InlineData("""{"subject":"Dinner","weeks":2}""", 400)]
    [InlineData("""{"subject":"Dinner","end":"2026-03-01T00:00:00Z"}""", 400)]
    [InlineData("""{"subject":"Dinner","ownResponse":"organizer"}""", 400)]
    public async Task A_wrong_change_changes_nothing(string body, int expected)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var (_, added) = await SendAsync(emulator, HttpMethod.Post, "events", Lunch);

        var (status, _) = await SendAsync(emulator, HttpMethod.Patch, $"events/{added["id"]}", body);

        Assert.Equal(expected, status);
        Assert.Equal("Lunch", Assert.Single(emulator.Host.Calendar.Events).Subject);
        Assert.Equal(404, (await SendAsync(emulator, HttpMethod.Patch, "events/unknown", "{}")).Status);
    }

    private static async Task<(int Status, JsonNode Body)> SendAsync(EmulatorClient emulator, HttpMethod method, string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await emulator.SendAsync("../emulator/" + path, null, method, content);
        var text = await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel);
        return ((int)answer.StatusCode, text.Length == 0 || answer.StatusCode == HttpStatusCode.NoContent ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
