using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.Mailboxes;
using Microsoft.AspNetCore.Http;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace InboxNetworker.Graph.Tests.Emulator.Subscriptions;

public sealed class NotificationTests
{
    [Fact]
    public async Task A_change_is_told_with_the_secret_and_the_id()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        var subscription = await emulator.SubscribeAsync(receiver);
        var message = (await emulator.GetJsonAsync("me/mailFolders/inbox/messages"))["value"]![0]!;

        emulator.Tell(ChangeKind.Created);

        var (path, body) = await receiver.NextAsync();
        var told = Assert.Single(body["value"]!.AsArray())!;
        Assert.Equal("/changes", path);
        Assert.Equal((subscription["id"]!.GetValue<string>(), "secret", "created"), (told["subscriptionId"]!.GetValue<string>(), told["clientState"]!.GetValue<string>(), told["changeType"]!.GetValue<string>()));
        Assert.Equal("2026-03-11T11:00:00.0000000Z", told["subscriptionExpirationDateTime"]!.GetValue<string>());
        var data = told["resourceData"]!;
        Assert.Equal(message["id"]!.GetValue<string>(), data["id"]!.GetValue<string>());
        Assert.Equal(message["@odata.etag"]!.GetValue<string>(), data["@odata.etag"]!.GetValue<string>());
        Assert.Equal("#Microsoft.Graph.Message", data["@odata.type"]!.GetValue<string>());
        Assert.EndsWith($"/Messages/{message["id"]}", told["resource"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_are_immutable_when_the_subscription_was_made_so()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        await emulator.SubscribeAsync(receiver, prefer: "IdType=\"ImmutableId\"");
        var message = (await emulator.GetJsonAsync("me/mailFolders/inbox/messages", "IdType=\"ImmutableId\""))["value"]![0]!;

        emulator.Tell(ChangeKind.Updated);

        Assert.Equal(message["id"]!.GetValue<string>(), (await receiver.NextValuesAsync())[0]["resourceData"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_told()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        await emulator.SubscribeAsync(receiver, new { changeType = "created", resource = "me/mailFolders('archive')/messages", clientState = "filed" });

        emulator.Tell(ChangeKind.Created, "first");
        emulator.Tell(ChangeKind.Deleted, "filed");
        emulator.TellEvent(ChangeKind.Created);
        emulator.Tell(ChangeKind.Created, "filed");

        var told = Assert.Single(await receiver.NextValuesAsync());
        Assert.Equal(("filed", "created"), (told["clientState"]!.GetValue<string>(), told["changeType"]!.GetValue<string>()));
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task Changes_of_events_are_told_to_who_watches_events()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        await emulator.SubscribeAsync(receiver, new { resource = "me/events", changeType = "updated" });
        var meeting = (await emulator.GetJsonAsync("me/events"))["value"]![0]!["id"]!.GetValue<string>();

        emulator.Tell(ChangeKind.Updated);
        emulator.TellEvent(ChangeKind.Updated);

        var told = Assert.Single(await receiver.NextValuesAsync());
        Assert.Equal(("#Microsoft.Graph.Event", meeting), (told["resourceData"]!["@odata.type"]!.GetValue<string>(), told["resourceData"]!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Changes_that_gather_while_one_is_delivered_are_told_together()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        var (arrived, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        receiver.OnNotification = async _ =>
        {
            arrived.TrySetResult();
            await answer.Task;
        };
        await emulator.SubscribeAsync(receiver);

        emulator.Tell(ChangeKind.Created);
        await arrived.Task;
        emulator.Tell(ChangeKind.Updated);
        emulator.Tell(ChangeKind.Updated, "filed");
        answer.SetResult();

        Assert.Single(await receiver.NextValuesAsync());
        Assert.Equal(2, (await receiver.NextValuesAsync()).Count);
    }

    [Fact]
    public async Task What_was_not_taken_is_told_again_and_given_up_at_last_as_missed()
    {
        var time = new SignallingTime();
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(time);
        await emulator.SubscribeAsync(receiver);
        receiver.OnNotification = http =>
        {
            http.Response.StatusCode = http.Request.Path == "/changes" ? 500 : 202;
            return Task.CompletedTask;
        };

        time.ForgetTimers();
        emulator.Tell(ChangeKind.Created);
        var first = await receiver.NextAsync();
        foreach (var pause in new[] { TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10) })
        {
            await time.TimerAsync(pause);
            time.Advance(pause);
            Assert.Equal(first.Body.ToJsonString(), (await receiver.NextAsync()).Body.ToJsonString());
        }

        var (path, body) = await receiver.NextAsync();
        Assert.Equal(("/lifecycle", "missed"), (path, body["value"]![0]!["lifecycleEvent"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_receiver_that_takes_more_than_three_seconds_is_told_again()
    {
        var time = new SignallingTime();
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(time);
        await emulator.SubscribeAsync(receiver);
        var arrived = new TaskCompletionSource();
        receiver.OnNotification = http =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, http.RequestAborted);
        };

        time.ForgetTimers();
        emulator.Tell(ChangeKind.Created);
        await arrived.Task;
        receiver.OnNotification = _ => Task.CompletedTask;
        time.Advance(TimeSpan.FromSeconds(3));
        await time.TimerAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("created", (await receiver.NextValuesAsync())[0]["changeType"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nothing_is_told_after_the_end()
    {
        var time = new SignallingTime();
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(time);
        var ended = await emulator.SubscribeAsync(receiver, new { clientState = "ended" });
        await emulator.SubscribeAsync(receiver, new { clientState = "expired", lifecycleNotificationUrl = (string?)null });
        await emulator.SubscribeAsync(receiver, new { clientState = "alive", expirationDateTime = SmallMailbox.Now.AddDays(1) });

        using var answer = await emulator.SendAsync($"subscriptions/{ended["id"]}", null, HttpMethod.Delete);
        time.Advance(TimeSpan.FromHours(2));
        emulator.Tell(ChangeKind.Created);

        Assert.Equal("alive", Assert.Single(await receiver.NextValuesAsync())["clientState"]!.GetValue<string>());
        Assert.False(receiver.HasMore);
        Assert.Single((await emulator.GetJsonAsync("subscriptions"))["value"]!.AsArray());
    }

    [Fact]
    public async Task The_emulator_ends_while_a_receiver_is_still_silent()
    {
        var time = new SignallingTime();
        await using var receiver = await Receiver.StartAsync();
        var arrived = new TaskCompletionSource();
        receiver.OnNotification = http =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var emulator = await Subscribing.StartAsync(time);
        await emulator.SubscribeAsync(receiver);
        emulator.Tell(ChangeKind.Created);
        await arrived.Task;

        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task What_is_told_is_read_by_the_sdk_and_is_as_the_schema_says()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        await emulator.SubscribeAsync(receiver);

        emulator.Tell(ChangeKind.Created);
        var (_, body) = await receiver.NextAsync();

        var read = await KiotaJsonSerializer.DeserializeAsync<ChangeNotificationCollection>(body.ToJsonString(), EmulatorClient.Cancel);
        Assert.Equal(("secret", ChangeType.Created), (Assert.Single(read!.Value!).ClientState, read.Value![0].ChangeType));
        Assert.Equal(3, Schema.Load().Read(Annotated(body), "changeNotificationCollection", collection: false));
    }

    /// <summary>The service writes no context here and spells the type as the schema does not; the strict reader asks for both.</summary>
    private static string Annotated(JsonObject body)
    {
        body.Insert(0, "@odata.context", "http://localhost/v1.0/$metadata#microsoft.graph.changeNotificationCollection");
        foreach (var data in body["value"]!.AsArray().Select(n => n!["resourceData"]!.AsObject()))
        {
            data.Remove("@odata.type");
            data.Remove("@odata.id");
            data.Remove("@odata.etag");
            data.Remove("id");
        }

        return body.ToJsonString();
    }
}
