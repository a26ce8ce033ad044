using System.Net;
using System.Net.Http.Json;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace InboxNetworker.Graph.Tests.Emulator.Subscriptions;

public sealed class SubscriptionTests
{
    [Theory]
    [InlineData("me/messages")]
    [InlineData("/me/mailFolders('inbox')/messages")]
    [InlineData("/me/mailfolders/inbox/messages")]
    [InlineData("users/mara.lind@northwind.example/messages")]
    [InlineData("me/events")]
    public async Task A_subscription_is_made_listed_renewed_and_ended(string resource)
    {
        var time = new SignallingTime();
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(time);

        var made = await emulator.SubscribeAsync(receiver, new { resource });
        var id = made["id"]!.GetValue<string>();
        using var renewing = await emulator.SendAsync($"subscriptions/{id}", null, HttpMethod.Patch, JsonContent.Create(new { expirationDateTime = SmallMailbox.Now.AddMinutes(10_080) }));
        var listed = Assert.Single((await emulator.GetJsonAsync("subscriptions"))["value"]!.AsArray());
        var alone = await emulator.GetJsonAsync($"subscriptions/{id}");
        using var reauthorised = await emulator.SendAsync($"subscriptions/{id}/reauthorize", null, HttpMethod.Post);
        using var ended = await emulator.SendAsync($"subscriptions/{id}", null, HttpMethod.Delete);

        Assert.Equal((resource, "created,updated", "secret", receiver.Url), (made["resource"]!.GetValue<string>(), made["changeType"]!.GetValue<string>(), made["clientState"]!.GetValue<string>(), made["notificationUrl"]!.GetValue<string>()));
        Assert.Equal("2026-03-11T11:00:00.0000000Z", made["expirationDateTime"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, renewing.StatusCode);
        Assert.Equal("2026-03-18T09:00:00.0000000Z", alone["expirationDateTime"]!.GetValue<string>());
        Assert.Equal(id, listed!["id"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, reauthorised.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal("ResourceNotFound", (await emulator.ErrorAsync($"subscriptions/{id}", 404)).Code);
        Assert.Empty((await emulator.GetJsonAsync("subscriptions"))["value"]!.AsArray());
    }

    [Fact]
    public async Task Both_addresses_have_to_give_the_token_back()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());

        await emulator.SubscribeAsync(receiver);
        await emulator.SubscribeAsync(receiver, new { lifecycleNotificationUrl = (string?)null, notificationUrl = receiver.Url + "?tenant=1" });

        Assert.Equal(["/changes text/plain; charset=utf-8", "/lifecycle text/plain; charset=utf-8", "/changes text/plain; charset=utf-8"], receiver.Validated);
    }

    [Theory]
    [InlineData("/changes")]
    [InlineData("/lifecycle")]
    public async Task An_address_that_does_not_give_the_token_back_is_refused(string path)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());

        async Task<string> RefusedAsync(int status, string type, Func<string, string> body)
        {
            receiver.OnValidation = (http, token) =>
            {
                var spoiled = http.Request.Path == path;
                http.Response.StatusCode = spoiled ? status : 200;
                http.Response.ContentType = spoiled ? type : "text/plain";
                return http.Response.WriteAsync(spoiled ? body(token) : token);
            };
            var refusal = await emulator.RefusalAsync(receiver);
            Assert.Equal((400, "ValidationError"), (refusal.Status, refusal.Code));
            return refusal.Message;
        }

        Assert.Contains("respond with 200 OK", await RefusedAsync(202, "text/plain", t => t), StringComparison.Ordinal);
        Assert.Contains("exactly match", await RefusedAsync(200, "text/plain", Uri.EscapeDataString), StringComparison.Ordinal);
        Assert.Contains("text/plain", await RefusedAsync(200, "application/json", t => t), StringComparison.Ordinal);
        Assert.Empty((await emulator.GetJsonAsync("subscriptions"))["value"]!.AsArray());
    }

    [Fact]
    public async Task An_address_that_takes_more_than_ten_seconds_is_refused()
    {
        var time = new SignallingTime();
        await using var receiver = await Receiver.StartAsync();
        receiver.OnValidation = (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await using var emulator = await Subscribing.StartAsync(time);

        var asking = emulator.RefusalAsync(receiver);
        await time.TimersAsync(1);
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal((400, "ValidationError", "Subscription validation request timed out."), await asking);
    }

    [Fact]
    public async Task A_subscription_that_asks_for_too_much_or_too_little_is_refused()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        var now = SmallMailbox.Now;

        async Task Refused(object differing, int status, string code, string says)
        {
            var refusal = await emulator.RefusalAsync(receiver, differing);
            Assert.Equal((status, code), (refusal.Status, refusal.Code));
            Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        }

        await Refused(new { expirationDateTime = now.AddMinutes(10_080).AddTicks(1) }, 400, "ExtensionError", "10080 minutes");
        await Refused(new { expirationDateTime = now }, 400, "InvalidRequest", "in the future");
        await Refused(new { expirationDateTime = "soon" }, 400, "InvalidRequest", "not a date");
        await Refused(new { expirationDateTime = (string?)null }, 400, "InvalidRequest", "expirationDateTime is a required property for subscription creation");
        await Refused(new { clientState = new string('s', 129) }, 400, "InvalidRequest", "at most 128");
        await Refused(new { notificationUrl = "http://example.com/hook" }, 400, "InvalidRequest", "not an https address");
        await Refused(new { lifecycleNotificationUrl = "ftp://127.0.0.1/hook" }, 400, "InvalidRequest", "lifecycleNotificationUrl");
        await Refused(new { changeType = "created,moved" }, 400, "InvalidRequest", "'moved'");
        await Refused(new { changeType = "1" }, 400, "InvalidRequest", "'1'");
        await Refused(new { resource = "me/mailFolders('none')/messages" }, 400, "ExtensionError", "folder could not be found");
        await Refused(new { resource = "me/contacts" }, 501, "NotImplemented", "me/contacts");
        await Refused(new { includeResourceData = true }, 501, "NotImplemented", "data");
        Assert.Empty(receiver.Validated);
        await emulator.SubscribeAsync(receiver, new { clientState = new string('s', 128), expirationDateTime = now.AddMinutes(10_080) });
    }

    [Fact]
    public async Task No_more_subscriptions_live_than_the_service_allows()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime(), new GraphEmulatorOptions { Limits = new() { Subscriptions = 2 } });
        var first = await emulator.SubscribeAsync(receiver);
        await emulator.SubscribeAsync(receiver);

        Assert.Equal((403, "ExtensionError"), (await emulator.RefusalAsync(receiver)) is var (status, code, _) ? (status, code) : default);
        using var ended = await emulator.SendAsync($"subscriptions/{first["id"]}", null, HttpMethod.Delete);
        await emulator.SubscribeAsync(receiver);
        Assert.Equal(1_000, new MailboxLimits().Subscriptions);
    }

    [Theory]
    [InlineData("me/messages", "Mail.ReadBasic", true)]
    [InlineData("me/messages", "Calendars.Read", false)]
    [InlineData("me/events", "Calendars.Read", true)]
    [InlineData("me/events", "Calendars.ReadBasic", false)]
    public async Task Being_told_takes_a_permission_too(string resource, string scopes, bool allowed)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime(), new GraphEmulatorOptions { GrantedScopes = scopes });

        using var answer = await emulator.SendAsync("subscriptions", null, HttpMethod.Post, JsonContent.Create(Subscribing.Asking(receiver, new { resource })));

        Assert.Equal(allowed ? HttpStatusCode.Created : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(allowed, receiver.Validated.Count > 0);
    }

    [Fact]
    public async Task A_lifecycle_address_cannot_be_added_later()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        var id = (await emulator.SubscribeAsync(receiver, new { lifecycleNotificationUrl = (string?)null }))["id"];

        using var answer = await emulator.SendAsync($"subscriptions/{id}", null, HttpMethod.Patch, JsonContent.Create(new { lifecycleNotificationUrl = receiver.LifecycleUrl }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("lifecycleNotificationUrl", (await EmulatorClient.ErrorOf(answer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sdk_makes_reads_renews_and_ends_a_subscription()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        var subscriptions = emulator.Sdk.Subscriptions;

        var made = await subscriptions.PostAsync(
            new Subscription
            {
                ChangeType = "created",
                NotificationUrl = receiver.Url,
                LifecycleNotificationUrl = receiver.LifecycleUrl,
                Resource = "/me/messages",
                ExpirationDateTime = SmallMailbox.Now.AddDays(1),
                ClientState = "secret",
            },
            cancellationToken: EmulatorClient.Cancel);
        var renewed = await subscriptions[made!.Id].PatchAsync(new Subscription { ExpirationDateTime = SmallMailbox.Now.AddDays(2) }, cancellationToken: EmulatorClient.Cancel);
        await subscriptions[made.Id].Reauthorize.PostAsync(cancellationToken: EmulatorClient.Cancel);
        var listed = await subscriptions.GetAsync(cancellationToken: EmulatorClient.Cancel);
        await subscriptions[made.Id].DeleteAsync(cancellationToken: EmulatorClient.Cancel);

        Assert.Equal(SmallMailbox.Now.AddDays(2), renewed!.ExpirationDateTime);
        Assert.Equal(made.Id, Assert.Single(listed!.Value!).Id);
        Assert.Equal(404, (await Assert.ThrowsAsync<ODataError>(() => subscriptions[made.Id].GetAsync(cancellationToken: EmulatorClient.Cancel))).ResponseStatusCode);
    }

    [Fact]
    public async Task Every_answer_is_as_the_schema_of_the_service_says()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Subscribing.StartAsync(new SignallingTime());
        var schema = Schema.Load();

        var made = await emulator.SubscribeAsync(receiver);

        Assert.Equal(1, schema.Read(made.ToJsonString(), "subscription", collection: false));
        Assert.Equal(1, schema.Read(await emulator.Http.GetStringAsync("subscriptions", EmulatorClient.Cancel), "subscription", collection: true));
    }
}
