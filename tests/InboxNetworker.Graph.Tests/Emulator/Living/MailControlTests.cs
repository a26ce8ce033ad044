using System.Net.Http.Json;
using InboxNetworker.GraphEmulator.Control;
using InboxNetworker.GraphEmulator.Mailboxes;
using static InboxNetworker.Graph.Tests.Emulator.Living.LivingMailbox;

namespace InboxNetworker.Graph.Tests.Emulator.Living;

public sealed class MailControlTests
{
    private const string Hello = """{"folder":"inbox","from":{"name":"Ana","address":"ana@there.example"},"to":[{"name":"Mara Lind","address":"mara.lind@northwind.example"}],"subject":"Hello"}""";

    [Fact]
    public async Task A_message_told_over_http_is_there_for_everybody_without_a_token()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        var (status, made) = await emulator.ControlAsync("POST", "messages", Hello);
        var id = made["id"]!.GetValue<string>();
        var message = await emulator.GetJsonAsync("me/messages/" + id, Immutable);
        var (_, list) = await emulator.ControlAsync("GET", "messages?folder=inbox");

        Assert.Equal(200, status);
        Assert.Equal((id, "Hello", "ana@there.example"), (message.Text("id"), message.Text("subject"), message["from"]!["emailAddress"]!["address"]!.GetValue<string>()));
        Assert.Equal("2026-03-11T09:00:00Z", message.Text("sentDateTime"));
        Assert.Equal([id], list["ids"]!.AsArray().Select(i => i!.GetValue<string>()));
    }

    [Fact]
    public async Task A_message_can_be_changed_moved_and_deleted_over_http()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var id = (await emulator.ControlAsync("POST", "messages", Hello)).Body["id"]!.GetValue<string>();

        await emulator.ControlAsync("PATCH", "messages/" + id, """{"isRead":true,"subject":"Hello again","categories":["Red"]}""");
        await emulator.ControlAsync("POST", $"messages/{id}/move", """{"folder":"archive"}""");
        var message = await emulator.GetJsonAsync("me/mailFolders/archive/messages/" + id, Immutable);
        await emulator.ControlAsync("DELETE", "messages/" + id);
        var binned = emulator.Host.Control.MessageIds("deleteditems");
        await emulator.ControlAsync("DELETE", $"messages/{id}?permanent=true");

        Assert.Equal(("Hello again", true), (message.Text("subject"), message["isRead"]!.GetValue<bool>()));
        Assert.Equal([id], binned);
        Assert.Empty(emulator.Host.Control.MessageIds("deleteditems"));
    }

    [Theory]
    [InlineData("POST", "messages", "", "")]
    [InlineData("POST", "messages", "[]", "")]
    [InlineData("POST", "messages", "{}", "folder, from, to and subject")]
    [InlineData("POST", "messages", """{"folder":"nowhere","from":{"name":"A","address":"a@b.example"},"to":[],"subject":"x"}""", "'nowhere'")]
    [InlineData("POST", "messages", """{"folder":"inbox","from":{"name":"Ana"},"to":[],"subject":"x"}""", "address")]
    [InlineData("POST", "messages", """{"folder":"inbox","from":{"name":"A","address":"a@b.example"},"to":[null],"subject":"x"}""", "address")]
    [InlineData("POST", "messages", """{"folder":"inbox","from":{"name":"A","address":"a@b.example"},"to":[],"cc":[{"address":""}],"subject":"x"}""", "address")]
    [InlineData("POST", "messages", """{"folder":"inbox","from":{"name":"A","address":"a@b.example"},"to":[],"subject":"x","colour":"red"}""", "colour")]
    [InlineData("PATCH", "messages/{id}", """{"categories":[null]}""", "categor")]
    [InlineData("PATCH", "messages/{id}", """{"to":[{"name":"A"}]}""", "address")]
    [InlineData("PATCH", "messages/{id}", """{"sent":"yesterday"}""", "sent")]
    [InlineData("PATCH", "messages/nothing", """{"isRead":true}""", "'nothing'")]
    [InlineData("POST", "messages/{id}/move", "{}", "To where?")]
    [InlineData("POST", "messages/{id}/move", """{"folder":"nowhere"}""", "'nowhere'")]
    [InlineData("DELETE", "messages/nothing", null, "'nothing'")]
    [InlineData("GET", "messages?folder=nowhere", null, "'nowhere'")]
    [InlineData("POST", "folders", "{}", "name")]
    [InlineData("POST", "folders", """{"name":" "}""", "name")]
    [InlineData("POST", "folders", """{"name":"X","parent":"nowhere"}""", "'nowhere'")]
    public async Task What_makes_no_sense_is_refused_in_a_sentence_and_changes_nothing(string method, string path, string? body, string said)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var id = emulator.Host.Control.MessageIds("inbox")[0];
        var told = 0;
        emulator.Host.Mailbox.Changed += _ => told++;
        var before = (await emulator.GetJsonAsync("me/messages", Immutable)).ToJsonString();

        var (status, answer) = await emulator.ControlAsync(method, path.Replace("{id}", id, StringComparison.Ordinal), body);

        Assert.Equal(400, status);
        Assert.Contains(said, answer["error"]!["message"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, (await emulator.GetJsonAsync("me/messages", Immutable)).ToJsonString());
        Assert.Equal(SmallMailbox.Folders.Count, emulator.Host.Mailbox.Mail.Folders.Count);
        Assert.Equal(0, told);
    }

    [Fact]
    public async Task A_folder_goes_by_its_key_its_well_known_name_and_its_id()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With([.. SmallMailbox.Messages(1, "zoo"), .. SmallMailbox.Messages(2, "archive")]));

        var made = emulator.Host.Control.AddFolder("Reef", "zoo");
        emulator.Host.Control.AddMessage(Letter("Coral", made));

        Assert.Single(emulator.Host.Control.MessageIds("zoo"));
        Assert.Equal(2, emulator.Host.Control.MessageIds("archive").Count);
        Assert.Equal("Reef", (await emulator.GetJsonAsync("me/mailFolders/" + made)).Text("displayName"));
        Assert.Equal("Coral", Assert.Single((await emulator.DrainAsync(Delta(made))).Items).Text("subject"));
    }

    [Fact]
    public async Task The_service_moves_a_message_by_its_own_route_and_answers_with_it()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(1)));
        var id = emulator.Host.Control.MessageIds("inbox")[0];

        using var moved = await emulator.SendAsync($"me/messages/{id}/move", Immutable, HttpMethod.Post, JsonContent.Create(new { destinationId = "archive" }));
        using var nowhere = await emulator.SendAsync($"me/messages/{id}/move", Immutable, HttpMethod.Post, JsonContent.Create(new { destinationId = "nowhere" }));

        Assert.Equal(201, (int)moved.StatusCode);
        Assert.Equal([id], emulator.Host.Control.MessageIds("archive"));
        Assert.False(nowhere.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Every_change_is_told_once_it_can_be_read()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        var control = emulator.Host.Control;
        var told = new List<(ChangeKind Kind, string Id, bool InInbox)>();
        emulator.Host.Mailbox.Changed += c => told.Add((c.Kind, c.ItemId, control.MessageIds("inbox").Contains(c.ItemId)));

        var id = control.AddMessage(Letter("New"));
        control.ChangeMessage(id, new MessageChange(IsRead: true));
        control.MoveMessage(id, "archive");
        control.DeleteMessage(id, permanent: true);

        Assert.Equal([(ChangeKind.Created, id, true), (ChangeKind.Updated, id, true), (ChangeKind.Created, id, false), (ChangeKind.Deleted, id, false)], told);
    }
}
