using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class SchemaTests
{
    private static readonly Meeting Single = new(
        "lunch",
        "Lunch",
        SmallMailbox.Now.AddDays(-3),
        SmallMailbox.Now.AddDays(-3).AddHours(1),
        SmallMailbox.Jon,
        [new("Mara Lind", "mara.lind@northwind.example", AttendeeType.Required, Response.TentativelyAccepted), new("Room 4", "room4@northwind.example", AttendeeType.Resource, Response.Accepted)]);

    private static readonly Meeting Series = Single with { Key = "weekly", Weeks = 2, Occurrences = 4 };

    [Theory]
    [InlineData("me", "user", false)]
    [InlineData("me?$select=displayName,department,companyName,accountEnabled,otherMails,proxyAddresses,userType,mailNickname,employeeId,city,country", "user", false)]
    [InlineData("users", "user", true)]
    [InlineData("me/people", "person", true)]
    [InlineData("me/mailFolders", "mailFolder", true)]
    [InlineData("me/mailFolders/inbox", "mailFolder", false)]
    [InlineData("me/mailFolders/inbox/messages", "message", true)]
    [InlineData("me/mailFolders/inbox/messages?$select=subject,uniqueBody,conversationIndex", "message", true)]
    [InlineData("me/mailFolders/inbox/messages/delta", "message", true)]
    [InlineData("me/messages", "message", true)]
    [InlineData("me/events", "event", true)]
    [InlineData("me/calendarView?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-06-01T00:00:00Z", "event", true)]
    [InlineData("me/calendarView/delta?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-06-01T00:00:00Z", "event", true)]
    public async Task Every_answer_is_as_the_schema_of_the_service_says(string path, string type, bool collection)
    {
        var schema = Schema.Load();
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(
            [
                .. SmallMailbox.Messages(3),
                SmallMailbox.Message("invitation", SmallMailbox.Now, kind: MessageKind.MeetingRequest),
                SmallMailbox.Message("answer", SmallMailbox.Now, kind: MessageKind.MeetingResponse, subject: "Accepted: Lunch"),
            ],
            [Single, Series],
            [new("Jon Berg", ["jon.berg@fabrikam.example"], Subclass: "PersonalContact", IsUser: false), new("Ida Holm", ["ida.holm@northwind.example"], Department: "Legal")]));

        var json = await emulator.Http.GetStringAsync(path, EmulatorClient.Cancel);
        if (path.Contains("/calendarView/delta", StringComparison.Ordinal))
        {
            // The first page of such a round is empty.
            json = (await emulator.GetJsonAsync(JsonNode.Parse(json)!["@odata.nextLink"]!.GetValue<string>())).ToJsonString();
        }

        Assert.True(schema.Read(json, type, collection) > 0);
    }
}
