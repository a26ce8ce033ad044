using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Calendar;
using InboxNetworker.GraphEmulator.Control;
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
    [InlineData("me/contacts", "contact", true)]
    [InlineData("me/mailboxSettings", "mailboxSettings", false)]
    [InlineData("me/todo/lists", "todoTaskList", true)]
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
            [new("Jon Berg", ["jon.berg@fabrikam.example"], Subclass: "PersonalContact", CompanyName: "Fabrikam", IsUser: false), new("Room 4", ["room4@northwind.example"], "Room", "Room", IsUser: false), new("Ida Holm", ["ida.holm@northwind.example"], Department: "Legal")]));

        var json = await emulator.Http.GetStringAsync(path, EmulatorClient.Cancel);

        Assert.True(schema.Read(json, type, collection) > 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_answer_about_changes_is_as_the_schema_of_the_service_says(bool quirks)
    {
        var schema = Schema.Load();
        await using var emulator = await EmulatorClient.StartAsync(
            SmallMailbox.With(SmallMailbox.Messages(3)),
            new GraphEmulatorOptions { TimeProvider = new EmulatorClient.FixedTime(SmallMailbox.Now), Quirks = quirks });
        var control = emulator.Host.Control;
        var ids = control.MessageIds("inbox");
        var link = (await emulator.DrainAsync("me/mailFolders/inbox/messages/delta")).DeltaLink;

        control.AddMessage(new NewMessage("inbox", SmallMailbox.Jon, [SmallMailbox.Mara], "New"));
        control.ChangeMessage(ids[0], new MessageChange(IsRead: false, Categories: ["Red"], Subject: "Other", To: [SmallMailbox.Jon], Cc: [SmallMailbox.Mara]));
        control.MoveMessage(ids[1], "archive");
        control.DeleteMessage(ids[2], permanent: true);
        var read = 0;
        while (link is not null)
        {
            var page = await emulator.Http.GetStringAsync(link, EmulatorClient.Cancel);
            read += schema.Read(page, "message", collection: true);
            link = System.Text.Json.Nodes.JsonNode.Parse(page)!["@odata.nextLink"]?.GetValue<string>();
        }

        using var moved = await emulator.SendAsync($"me/messages/{ids[0]}/move", "IdType=\"ImmutableId\"", HttpMethod.Post, System.Net.Http.Json.JsonContent.Create(new { destinationId = "archive" }));

        Assert.InRange(read, 4, 40);
        Assert.True(schema.Read(await moved.Content.ReadAsStringAsync(EmulatorClient.Cancel), "message", collection: false) > 0);
    }

    [Fact]
    public async Task Every_answer_about_a_changed_calendar_is_as_the_schema_of_the_service_says()
    {
        var schema = Schema.Load();
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(meetings: [Single, Series]));
        var calendar = emulator.Host.Calendar;
        var link = (await emulator.DrainAsync("me/calendarView/delta?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-06-01T00:00:00Z")).DeltaLink;

        var series = calendar.Add(new EventToAdd("Weekly", SmallMailbox.Now, SmallMailbox.Now.AddHours(1), SmallMailbox.Jon, Weeks: 1, Occurrences: 2));
        foreach (var answer in Enum.GetValues<Response>().Where(r => r != Response.Organizer))
        {
            var added = calendar.Add(new EventToAdd("Answered", SmallMailbox.Now, SmallMailbox.Now.AddHours(1), SmallMailbox.Jon, [new("Ida", "ida@x.example", AttendeeType.Optional, answer)], answer));
            Assert.True(schema.Read(await emulator.Http.GetStringAsync($"me/events/{added.Id}", EmulatorClient.Cancel), "event", collection: false) > 0);
        }

        calendar.Change(series.Id, new EventChange(IsCancelled: true));
        calendar.Delete(calendar.Events[0].Id);
        var read = schema.Read(await emulator.Http.GetStringAsync(link, EmulatorClient.Cancel), "event", collection: true);
        var master = schema.Read(await emulator.Http.GetStringAsync($"me/events/{series.Id}", EmulatorClient.Cancel), "event", collection: false);

        Assert.True(read > 8 && master > 0, $"{read} {master}");
    }
}
