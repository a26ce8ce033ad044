using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Permissions;
using Microsoft.Graph.Models.ODataErrors;

namespace InboxNetworker.Graph.Tests.Emulator.Permissions;

public sealed class PermissionTests
{
    private const string View = "me/calendarView?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-06-01T00:00:00Z";

    [Theory]
    [InlineData("me/messages", "Mail.ReadBasic")]
    [InlineData("me/messages", "Mail.Read")]
    [InlineData("me/messages", "mail.readwrite")]
    [InlineData("me/mailFolders/inbox/messages/delta", "Mail.ReadBasic")]
    [InlineData("me/mailFolders('inbox')/messages/delta()", "Calendars.Read Mail.ReadBasic")]
    [InlineData("me/mailFolders", "Mail.ReadBasic.All")]
    [InlineData(View, "Calendars.ReadBasic")]
    [InlineData("me/calendar/" + "calendarView?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-06-01T00:00:00Z", "Calendars.Read")]
    [InlineData("me/events", "Calendars.ReadWrite")]
    [InlineData("me", "User.Read")]
    [InlineData("me/people", "People.Read")]
    [InlineData("users", "User.ReadBasic.All")]
    public async Task One_of_the_accepted_permissions_is_enough(string path, string scopes)
    {
        await using var emulator = await StartAsync(scopes);

        await emulator.GetJsonAsync(path);
    }

    [Theory]
    [InlineData("me/messages", "Calendars.Read User.Read People.Read", "ErrorAccessDenied")]
    [InlineData("me/messages", "Mail.Send", "ErrorAccessDenied")]
    [InlineData("me/messages", "", "ErrorAccessDenied")]
    [InlineData("me/mailFolders/inbox/messages/delta", "Calendars.ReadBasic", "ErrorAccessDenied")]
    [InlineData(View, "Mail.Read", "ErrorAccessDenied")]
    [InlineData("me/events", "Mail.Read", "ErrorAccessDenied")]
    [InlineData("me/people", "User.Read", "ErrorAccessDenied")]
    [InlineData("me", "Mail.Read", "Authorization_RequestDenied")]
    [InlineData("users", "User.Read", "Authorization_RequestDenied")]
    public async Task Without_an_accepted_permission_the_answer_is_403(string path, string scopes, string code)
    {
        await using var emulator = await StartAsync(scopes);

        var refusal = await emulator.ErrorAsync(path, 403);

        Assert.Equal((code, code == "ErrorAccessDenied" ? "Access is denied. Check credentials and try again." : "Insufficient privileges to complete the operation."), refusal);
    }

    [Fact]
    public async Task Reading_does_not_allow_writing()
    {
        await using var emulator = await StartAsync("Mail.Read");

        using var refused = await emulator.SendAsync("me/messages", null, HttpMethod.Post, JsonContent.Create(new { subject = "Draft" }));
        emulator.Host.SetGrantedScopes("Mail.ReadWrite");
        using var made = await emulator.SendAsync("me/messages", null, HttpMethod.Post, JsonContent.Create(new { subject = "Draft" }));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Theory]
    [InlineData("Mail.ReadBasic", HttpStatusCode.Forbidden)]
    [InlineData("Mail.Read", HttpStatusCode.Forbidden)]
    [InlineData("Mail.ReadWrite", HttpStatusCode.Created)]
    public async Task Moving_is_writing(string scopes, HttpStatusCode expected)
    {
        await using var emulator = await StartAsync(scopes);
        var id = emulator.Host.Control.MessageIds("inbox")[0];

        using var answer = await emulator.SendAsync($"me/messages/{id}/move", null, HttpMethod.Post, JsonContent.Create(new { destinationId = "archive" }));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_jwt_says_itself_what_it_allows()
    {
        await using var emulator = await StartAsync("User.Read");

        emulator.Use(Jwt.With(new { scp = "openid Mail.ReadBasic", exp = SmallMailbox.Now.AddSeconds(1).ToUnixTimeSeconds() }));
        await emulator.GetJsonAsync("me/messages");
        await emulator.ErrorAsync("me", 403);
        emulator.Use(Jwt.With(new { roles = new[] { "Mail.ReadBasic.All" } }));
        await emulator.GetJsonAsync("me/messages");
        emulator.Use(Jwt.With(new { roles = new[] { "Mail.ReadBasic" } }));
        await emulator.ErrorAsync("me/messages", 403);
        emulator.Use(Jwt.With(new { scp = "Mail.ReadBasic.All" }));
        await emulator.ErrorAsync("me/messages", 403);
        emulator.Use(Jwt.With(new { aud = "somebody" }));
        await emulator.ErrorAsync("me/messages", 403);
    }

    [Fact]
    public async Task A_jwt_past_its_end_is_refused()
    {
        await using var emulator = await StartAsync(null);
        emulator.Use(Jwt.With(new { scp = "Mail.Read", exp = SmallMailbox.Now.ToUnixTimeSeconds() }));

        using var answer = await emulator.SendAsync("me/messages", null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(("InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."), await EmulatorClient.ErrorOf(answer));
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("a.e30")]
    [InlineData("a.W10.c")]
    [InlineData("opaque")]
    public async Task A_token_that_cannot_be_read_allows_what_the_emulator_was_told(string token)
    {
        await using var emulator = await StartAsync("Mail.Read");
        emulator.Use(token);

        await emulator.GetJsonAsync("me/messages");
        await emulator.ErrorAsync("me/events", 403);
    }

    [Fact]
    public async Task What_tokens_allow_is_changed_while_it_runs()
    {
        await using var emulator = await StartAsync(null);

        async Task<JsonNode> ChangeAsync(object body)
        {
            using var answer = await emulator.SendAsync("../emulator/scopes", null, HttpMethod.Post, JsonContent.Create(body));
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel))!;
        }

        Assert.Equal("Mail.Read User.Read", (await ChangeAsync(new { scopes = "User.Read Mail.Read" }))["scopes"]!.GetValue<string>());
        await emulator.ErrorAsync("me/events", 403);
        Assert.Equal("", (await ChangeAsync(new { scopes = "" }))["scopes"]!.GetValue<string>());
        await emulator.ErrorAsync("me/messages", 403);
        Assert.Null((await ChangeAsync(new { }))["scopes"]);
        await emulator.GetJsonAsync("me/events");
    }

    [Fact]
    public async Task The_sdk_reads_the_refusal()
    {
        await using var emulator = await StartAsync("User.Read");

        var refusal = await Assert.ThrowsAsync<ODataError>(() => emulator.Sdk.Me.Messages.GetAsync(cancellationToken: EmulatorClient.Cancel));

        Assert.Equal((403, "ErrorAccessDenied"), (refusal.ResponseStatusCode, refusal.Error!.Code));
    }

    /// <summary>What stands here is served to any token; a new route belongs in the list of permissions, or here with a reason.</summary>
    [Fact]
    public async Task The_routes_the_list_of_permissions_does_not_know_are_these()
    {
        await using var emulator = await StartAsync(null);
        var table = PermissionTable.Load();

        Assert.Equal(
            [
                // What a subscription takes is told by its resource.
                "DELETE /subscriptions/{id}",

                // Refused to everybody.
                "GET /me/messages/delta",
                "GET /subscriptions",
                "GET /subscriptions/{id}",
                "PATCH /subscriptions/{id}",

                // The requests inside are held against the list one by one.
                "POST /$batch",
                "POST /subscriptions",
                "POST /subscriptions/{id}/reauthorize",
            ],
            emulator.Host.Operations.Where(o => table.Find(o) is null).Order(StringComparer.Ordinal));
    }

    private static Task<EmulatorClient> StartAsync(string? scopes) =>
        EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(2)), new GraphEmulatorOptions { TimeProvider = new EmulatorClient.FixedTime(SmallMailbox.Now), GrantedScopes = scopes });
}
