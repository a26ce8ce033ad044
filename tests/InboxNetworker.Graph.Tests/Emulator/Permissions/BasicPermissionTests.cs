using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;

namespace InboxNetworker.Graph.Tests.Emulator.Permissions;

public sealed class BasicPermissionTests
{
    private const string Window = "startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-06-01T00:00:00Z";

    private static readonly string[] Bodies = ["body", "bodyPreview", "uniqueBody"];

    [Theory]
    [InlineData("me/messages", "Mail")]
    [InlineData("me/messages?$select=*", "Mail")]
    [InlineData("me/mailFolders/inbox/messages", "Mail")]
    [InlineData("me/mailFolders/inbox/messages/delta", "Mail")]
    [InlineData("me/events", "Calendars")]
    [InlineData("me/calendarView?" + Window, "Calendars")]
    public async Task The_basic_permission_shows_everything_but_what_was_written(string path, string family)
    {
        await using var emulator = await StartAsync($"{family}.ReadBasic");

        var basic = (await emulator.GetJsonAsync(path))["value"]!.AsArray();
        emulator.Host.SetGrantedScopes($"{family}.ReadBasic {family}.Read");
        var full = (await emulator.GetJsonAsync(path))["value"]!.AsArray();

        Assert.NotEmpty(basic);
        Assert.All(basic.Zip(full), pair =>
        {
            Assert.Equal(Names(pair.Second).Except(Bodies), Names(pair.First));
            Assert.Contains("body", Names(pair.Second));
        });
    }

    [Fact]
    public async Task One_message_and_one_event_are_shown_without_their_bodies_too()
    {
        await using var emulator = await StartAsync("Mail.ReadBasic Calendars.ReadBasic");
        var message = (await emulator.GetJsonAsync("me/messages"))["value"]![0]!["id"]!.GetValue<string>();
        var meeting = (await emulator.GetJsonAsync("me/events"))["value"]![0]!["id"]!.GetValue<string>();

        Assert.Empty(Names(await emulator.GetJsonAsync($"me/messages/{message}")).Intersect(Bodies));
        Assert.Empty(Names(await emulator.GetJsonAsync($"me/events/{meeting}")).Intersect(Bodies));
    }

    [Theory]
    [InlineData("me/messages?$select=subject,body")]
    [InlineData("me/messages?$select=BodyPreview")]
    [InlineData("me/messages?$select=uniqueBody")]
    [InlineData("me/messages?$select=id, body/content")]
    [InlineData("me/messages?$expand=attachments($select=name)")]
    [InlineData("me/messages?$search=\"budget\"")]
    [InlineData("me/mailFolders/inbox/messages/delta?$select=body")]
    [InlineData("me/events?$select=body")]
    [InlineData("me/calendarView?$select=bodyPreview&" + Window)]
    public async Task Asking_by_name_for_what_is_withheld_is_refused(string path)
    {
        await using var emulator = await StartAsync("Mail.ReadBasic Calendars.ReadBasic");

        Assert.Equal("ErrorAccessDenied", (await emulator.ErrorAsync(path, 403)).Code);
    }

    [Fact]
    public async Task A_change_tracking_begun_with_more_shows_no_more_than_is_allowed_now()
    {
        await using var emulator = await StartAsync("Mail.Read");
        var link = (await emulator.GetJsonAsync("me/mailFolders/inbox/messages/delta?$select=subject,body", "odata.maxpagesize=1"))["@odata.nextLink"]!.GetValue<string>();
        emulator.Host.SetGrantedScopes("Mail.ReadBasic");

        var next = Assert.Single((await emulator.GetJsonAsync(link, "odata.maxpagesize=1"))["value"]!.AsArray());

        Assert.Equal(["@odata.type", "@odata.etag", "id", "subject"], Names(next));
    }

    private static IEnumerable<string> Names(JsonNode? item) => item!.AsObject().Select(p => p.Key);

    private static Task<EmulatorClient> StartAsync(string scopes) =>
        EmulatorClient.StartAsync(
            SmallMailbox.With(SmallMailbox.Messages(3), [new("lunch", "Lunch", SmallMailbox.Now, SmallMailbox.Now.AddHours(1), SmallMailbox.Jon, [])]),
            new GraphEmulatorOptions { TimeProvider = new EmulatorClient.FixedTime(SmallMailbox.Now), GrantedScopes = scopes });
}
