using System.Net;
using System.Net.Http.Json;
using InboxNetworker.GraphEmulator.Subscriptions;

namespace InboxNetworker.Graph.Tests.Emulator.Subscriptions;

public sealed class LifecycleTests
{
    [Fact]
    public async Task A_subscriber_is_told_a_quarter_of_an_hour_before_the_end_and_again_after_renewing()
    {
        var time = new SignallingTime();
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(time);
        var id = (await emulator.SubscribeAsync(receiver))["id"];

        time.Advance(TimeSpan.FromMinutes(104));
        Assert.False(receiver.HasMore);
        time.Advance(TimeSpan.FromMinutes(1));
        var (path, body) = await receiver.NextAsync();
        using var renewed = await emulator.SendAsync($"subscriptions/{id}", null, HttpMethod.Patch, JsonContent.Create(new { expirationDateTime = SmallMailbox.Now.AddHours(10) }));
        time.Advance(TimeSpan.FromMinutes(480));
        var (_, again) = await receiver.NextAsync();

        var told = Assert.Single(body["value"]!.AsArray())!;
        Assert.Equal("/lifecycle", path);
        Assert.Equal((id!.GetValue<string>(), "secret", "reauthorizationRequired"), (told["subscriptionId"]!.GetValue<string>(), told["clientState"]!.GetValue<string>(), told["lifecycleEvent"]!.GetValue<string>()));
        Assert.Equal("2026-03-11T19:00:00.0000000Z", again["value"]![0]!["subscriptionExpirationDateTime"]!.GetValue<string>());
        Assert.False(receiver.HasMore);
    }

    [Theory]
    [InlineData("missed", true)]
    [InlineData("reauthorizationRequired", true)]
    [InlineData("subscriptionRemoved", false)]
    public async Task What_goes_wrong_with_a_subscription_can_be_brought_about(string name, bool stays)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        var id = (await emulator.SubscribeAsync(receiver))["id"];

        using var answer = await emulator.SendAsync($"../emulator/subscriptions/{id}/lifecycle", null, HttpMethod.Post, JsonContent.Create(new { @event = name }));
        var (path, body) = await receiver.NextAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(("/lifecycle", name), (path, body["value"]![0]!["lifecycleEvent"]!.GetValue<string>()));
        Assert.Equal(stays ? 1 : 0, (await emulator.GetJsonAsync("subscriptions"))["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_host_brings_it_about_too_where_there_is_an_address_for_it()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        var with = (await emulator.SubscribeAsync(receiver))["id"]!.GetValue<string>();
        var without = (await emulator.SubscribeAsync(receiver, new { lifecycleNotificationUrl = (string?)null }))["id"]!.GetValue<string>();

        Assert.True(emulator.Host.TellLifecycle(with, LifecycleEvent.Missed));
        Assert.False(emulator.Host.TellLifecycle(without, LifecycleEvent.Missed));
        Assert.False(emulator.Host.TellLifecycle("none", LifecycleEvent.Missed));
        Assert.Equal("missed", (await receiver.NextValuesAsync())[0]["lifecycleEvent"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("none", "missed", HttpStatusCode.NotFound)]
    [InlineData("none", "forgotten", HttpStatusCode.BadRequest)]
    [InlineData("none", null, HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_brought_about_is_refused(string id, string? name, HttpStatusCode status)
    {
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());

        using var answer = await emulator.SendAsync($"../emulator/subscriptions/{id}/lifecycle", null, HttpMethod.Post, JsonContent.Create(new { @event = name }));

        Assert.Equal(status, answer.StatusCode);
    }
}
