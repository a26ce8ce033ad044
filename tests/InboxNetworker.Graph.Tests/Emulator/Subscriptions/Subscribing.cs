using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.Graph.Tests.Emulator.Subscriptions;

/// <summary>How the tests of subscriptions speak with the emulator.</summary>
internal static class Subscribing
{
    public static Task<EmulatorClient> StartAsync(TimeProvider time, GraphEmulatorOptions? options = null) =>
        EmulatorClient.StartAsync(
            SmallMailbox.With(
                [SmallMailbox.Message("first", SmallMailbox.Now.AddHours(-1)), SmallMailbox.Message("filed", SmallMailbox.Now.AddHours(-2), "archive")],
                [new("lunch", "Lunch", SmallMailbox.Now, SmallMailbox.Now.AddHours(1), SmallMailbox.Jon, [])]),
            (options ?? new()) with { TimeProvider = time });

    /// <summary>A subscription as it is asked for, with what differs.</summary>
    public static JsonObject Asking(Receiver receiver, object? differing = null)
    {
        var asked = new JsonObject
        {
            ["changeType"] = "created,updated",
            ["notificationUrl"] = receiver.Url,
            ["lifecycleNotificationUrl"] = receiver.LifecycleUrl,
            ["resource"] = "me/messages",
            ["expirationDateTime"] = SmallMailbox.Now.AddHours(2).ToString("O"),
            ["clientState"] = "secret",
        };
        foreach (var (name, value) in differing is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(differing)!.AsObject())
        {
            asked[name] = value?.DeepClone();
        }

        return asked;
    }

    public static async Task<JsonObject> SubscribeAsync(this EmulatorClient emulator, Receiver receiver, object? differing = null, string? prefer = null)
    {
        using var answer = await emulator.SendAsync("subscriptions", prefer, HttpMethod.Post, JsonContent.Create(Asking(receiver, differing)));
        var body = await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    public static async Task<(int Status, string Code, string Message)> RefusalAsync(this EmulatorClient emulator, Receiver receiver, object? differing = null)
    {
        using var answer = await emulator.SendAsync("subscriptions", null, HttpMethod.Post, JsonContent.Create(Asking(receiver, differing)));
        var (code, message) = await EmulatorClient.ErrorOf(answer);
        return ((int)answer.StatusCode, code, message);
    }

    /// <summary>Tells a change of a message that stands in the mailbox, by its subject.</summary>
    public static void Tell(this EmulatorClient emulator, ChangeKind kind, string key = "first")
    {
        var mailbox = emulator.Host.Mailbox;
        var message = mailbox.Mail.NewestFirst().Single(m => m.Content.Subject == $"About {key}");
        mailbox.Tell(new MailboxChange(kind, ChangedResource.Message, mailbox.Ids.Message(message.FolderHash, message.Key, immutable: true), mailbox.Ids.Folder(message.FolderHash)));
    }

    public static void TellEvent(this EmulatorClient emulator, ChangeKind kind)
    {
        var mailbox = emulator.Host.Mailbox;
        mailbox.Tell(new MailboxChange(kind, ChangedResource.Event, mailbox.Ids.Event(mailbox.Calendar.Events[0].Key, 0, immutable: true), null));
    }
}
