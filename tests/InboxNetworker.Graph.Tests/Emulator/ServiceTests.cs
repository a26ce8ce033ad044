using System.Net;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;
using Microsoft.Graph.Models.ODataErrors;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class ServiceTests
{
    [Fact]
    public async Task Every_answer_carries_the_headers_of_the_service()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        using var request = new HttpRequestMessage(HttpMethod.Get, "me/mailFolders");
        request.Headers.Add("client-request-id", "0b6a1f0e-5e7c-4a0b-9f50-5a2f9e0d8c11");

        using var answer = await emulator.Http.SendAsync(request, EmulatorClient.Cancel);

        Assert.Equal("application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8", answer.Content.Headers.NonValidated["Content-Type"].ToString());
        Assert.True(Guid.TryParse(Assert.Single(answer.Headers.GetValues("request-id")), out _));
        Assert.Equal("0b6a1f0e-5e7c-4a0b-9f50-5a2f9e0d8c11", Assert.Single(answer.Headers.GetValues("client-request-id")));
        Assert.Equal("4.0", Assert.Single(answer.Headers.GetValues("OData-Version")));
    }

    [Fact]
    public async Task Change_tracking_says_which_preferences_it_honours()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var answer = await emulator.SendAsync("me/mailFolders/inbox/messages/delta", "odata.maxpagesize=7, IdType=\"ImmutableId\"");

        Assert.Equal("odata.track-changes, odata.maxpagesize=7, IdType=\"ImmutableId\"", string.Join(", ", answer.Headers.GetValues("Preference-Applied")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Without_a_token_nothing_is_told(string? authorization)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.Root, "me"));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await http.SendAsync(request, EmulatorClient.Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("InvalidAuthenticationToken", (await EmulatorClient.ErrorOf(answer)).Code);
        Assert.Contains("authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_has_the_shape_of_the_service()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var answer = await emulator.SendAsync("me/messages/none", null);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel))!.AsObject();

        Assert.Equal(["code", "message", "innerError"], body["error"]!.AsObject().Select(p => p.Key));
        var inner = body["error"]!["innerError"]!;
        Assert.Equal("2026-03-11T09:00:00", inner["date"]!.GetValue<string>());
        Assert.Equal(Assert.Single(answer.Headers.GetValues("request-id")), inner["request-id"]!.GetValue<string>());
        Assert.Equal(Assert.Single(answer.Headers.GetValues("client-request-id")), inner["client-request-id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("me/nothing", 400, "Resource not found for the segment 'nothing'.")]
    [InlineData("me/nothing.at.all", 400, "Resource not found for the segment 'nothing.at.all'.")]
    [InlineData("../beta/me", 501, "beta")]
    [InlineData("../v9/me", 400, "Invalid version.")]
    public async Task A_path_without_a_resource_is_refused(string path, int status, string says)
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        Assert.Contains(says, (await emulator.ErrorAsync(path, status)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_the_resource_does_not_know_is_not_allowed()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        using var answer = await emulator.SendAsync("me/mailFolders", null, HttpMethod.Put);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.NotEmpty((await EmulatorClient.ErrorOf(answer)).Message);
    }

    [Fact]
    public async Task Links_lead_to_the_host_the_client_asked()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(20)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "me/messages");
        request.Headers.Host = "localhost:1234";

        using var answer = await emulator.Http.SendAsync(request, EmulatorClient.Cancel);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel))!;

        Assert.StartsWith("http://localhost:1234/v1.0/me/messages?", body["@odata.nextLink"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:1234/v1.0/$metadata", body["@odata.context"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());
        using var request = new HttpRequestMessage(HttpMethod.Get, "me");
        request.Headers.Host = "evil.example";

        using var answer = await emulator.Http.SendAsync(request, EmulatorClient.Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_requests_received_can_be_seen_without_their_bodies()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        await emulator.GetJsonAsync("me/messages?$select=subject", "odata.maxpagesize=5");
        await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Messages["none"].GetAsync(cancellationToken: EmulatorClient.Cancel));

        Assert.Equal(
            [new ReceivedRequest("GET", "/v1.0/me/messages?$select=subject", "odata.maxpagesize=5", 200), new ReceivedRequest("GET", "/v1.0/me/messages/none", null, 400)],
            emulator.Host.Requests);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "other computers")]
    [InlineData("http://*:0", "not an address")]
    [InlineData("http://192.168.1.5:6001", "other computers")]
    [InlineData("https://127.0.0.1:0", "not an address")]
    [InlineData("http://127.0.0.1:0/path", "not an address")]
    [InlineData("", "No address")]
    public async Task Only_loopback_is_listened_on(string urls, string says)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulatorHost.StartAsync(SmallMailbox.With(), new GraphEmulatorOptions { Urls = urls }, EmulatorClient.Cancel));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_without_the_folders_every_mailbox_has_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulatorHost.StartAsync(SmallMailbox.With() with { Folders = [new("inbox", "Inbox", "inbox")] }, cancellationToken: EmulatorClient.Cancel));

        Assert.Contains("'drafts'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_an_io_error()
    {
        await using var emulator = await EmulatorClient.StartAsync(SmallMailbox.With());

        await Assert.ThrowsAsync<IOException>(() => GraphEmulatorHost.StartAsync(SmallMailbox.With(), new GraphEmulatorOptions { Urls = emulator.Host.BaseAddress.ToString() }, EmulatorClient.Cancel));
    }
}
