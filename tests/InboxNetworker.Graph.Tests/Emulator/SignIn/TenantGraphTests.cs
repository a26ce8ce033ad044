using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.Graph.Tests.Emulator.Subscriptions;
using InboxNetworker.Tests.SignIn;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>One address for everybody's mailbox: whose it is, the token decides, or the path where an application asks.</summary>
public sealed class TenantGraphTests : IAsyncLifetime
{
    private Northwind _northwind = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _northwind = await Northwind.StartAsync(Cancel, o => o with { AllowedApplicationMailboxes = [Northwind.Mara.Oid, Northwind.Tom.Upn] });
        _http = new HttpClient { BaseAddress = new Uri(_northwind.Tenant.GraphAddress, "v1.0/") };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _northwind.DisposeAsync();
    }

    [Fact]
    public async Task A_user_sees_their_own_mailbox_by_either_name_and_nobody_elses()
    {
        AsMara("Mail.ReadBasic User.ReadBasic.All");

        Assert.Equal("To Mara Lind: lunch", await FirstSubjectAsync("me/messages"));
        Assert.Equal("To Mara Lind: lunch", await FirstSubjectAsync($"users/{Northwind.Mara.Upn}/messages"));
        Assert.Equal((HttpStatusCode.Forbidden, "ErrorAccessDenied"), await RefusedAsync($"users/{Northwind.Tom.Oid}/messages"));
        Assert.Equal("Tom Reed", (await GetAsync($"users/{Northwind.Tom.Oid}"))["displayName"]!.GetValue<string>());
        Assert.Equal(["Mara Lind", "Noor Aziz", "Tom Reed"], (await GetAsync("users"))["value"]!.AsArray().Select(u => u!["displayName"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_user_gets_no_more_than_was_accepted()
    {
        AsMara("User.Read");

        Assert.Equal((HttpStatusCode.Forbidden, "ErrorAccessDenied"), await RefusedAsync("me/messages"));
        Assert.Equal(Northwind.Mara.Oid, (await GetAsync("me"))["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Change_tracking_of_an_application_leads_back_to_the_mailbox_it_named()
    {
        var now = TimeProvider.System.GetUtcNow();
        AsApplication("Mail.ReadBasic.All", "Calendars.ReadBasic");
        var page = await GetAsync($"users/{Northwind.Tom.Upn}/mailFolders/inbox/messages/delta");
        var link = page["@odata.deltaLink"]?.GetValue<string>() ?? page["@odata.nextLink"]!.GetValue<string>();

        Assert.StartsWith($"{_northwind.Tenant.GraphAddress}v1.0/users('{Northwind.Tom.Oid}')/mailFolders('", link, StringComparison.Ordinal);
        await GetAsync(link);
        var view = await GetAsync($"users/{Northwind.Tom.Oid}/calendarView/delta?startDateTime={now.AddYears(-1):yyyy-MM-dd}T00:00:00Z&endDateTime={now.AddYears(1):yyyy-MM-dd}T00:00:00Z");
        Assert.Contains($"v1.0/users('{Northwind.Tom.Oid}')/calendarView/delta?", view.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_is_nobody_and_reads_only_what_it_was_granted_and_whose_it_may()
    {
        AsApplication("Mail.ReadBasic.All");

        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), await RefusedAsync("me/messages"));
        Assert.Equal((HttpStatusCode.Forbidden, "ErrorAccessDenied"), await RefusedAsync($"users/{Northwind.Tom.Oid}/events"));
        Assert.Equal((HttpStatusCode.Forbidden, "ErrorAccessDenied"), await RefusedAsync($"users/{Northwind.Noor.Oid}/messages"));
        Assert.Equal((HttpStatusCode.NotFound, "ErrorInvalidUser"), await RefusedAsync("users/nobody@northwind.example/messages"));
        _northwind.Tenant.DeleteUser(Northwind.Tom);
        Assert.Equal((HttpStatusCode.NotFound, "ErrorInvalidUser"), await RefusedAsync($"users/{Northwind.Tom.Oid}/messages"));
        AsApplication("User.Read.All");
        Assert.Equal((HttpStatusCode.NotFound, "Request_ResourceNotFound"), await RefusedAsync($"users/{Northwind.Tom.Oid}"));
        Assert.Equal(["Mara Lind", "Noor Aziz"], (await GetAsync("users"))["value"]!.AsArray().Select(u => u!["displayName"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_delegated_permission_is_none_to_an_application()
    {
        AsApplication("Mail.ReadBasic.All");
        Assert.Equal("To Mara Lind: lunch", await FirstSubjectAsync($"users/{Northwind.Mara.Oid}/messages"));

        AsApplication("Mail.ReadBasic");
        Assert.Equal((HttpStatusCode.Forbidden, "ErrorAccessDenied"), await RefusedAsync($"users/{Northwind.Mara.Oid}/messages"));
    }

    [Fact]
    public async Task One_batch_of_an_application_reaches_several_mailboxes()
    {
        AsApplication("Mail.ReadBasic.All");
        using var answer = await _http.PostAsJsonAsync("$batch", new { requests = new[] { Step("1", Northwind.Mara.Oid), Step("2", Northwind.Tom.Oid), Step("3", Northwind.Noor.Oid) } }, Cancel);
        var responses = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["responses"]!.AsArray().ToDictionary(r => r!["id"]!.GetValue<string>(), r => r!);

        Assert.Equal((200, 200, 403), (Status("1"), Status("2"), Status("3")));
        Assert.Contains("Mara Lind", responses["1"].ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Tom Reed", responses["2"].ToJsonString(), StringComparison.Ordinal);

        static object Step(string id, string user) => new { id, method = "GET", url = $"/users/{user}/messages?$top=1" };
        int Status(string id) => responses[id]["status"]!.GetValue<int>();
    }

    [Fact]
    public async Task A_subscription_of_an_application_lives_with_the_mailbox_it_watches()
    {
        await using var receiver = await Receiver.StartAsync();
        AsApplication("Mail.ReadBasic.All");
        var body = new { changeType = "created", notificationUrl = receiver.Url, resource = $"users/{Northwind.Tom.Oid}/messages", expirationDateTime = TimeProvider.System.GetUtcNow().AddHours(1), clientState = "s" };
        using var made = await _http.PostAsJsonAsync("subscriptions", body, Cancel);
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync(Cancel));
        var id = JsonNode.Parse(await made.Content.ReadAsStringAsync(Cancel))!["id"]!.GetValue<string>();

        Assert.Equal(id, (await GetAsync($"subscriptions/{id}"))["id"]!.GetValue<string>());
        using var foreign = await _http.PostAsJsonAsync("subscriptions", body with { resource = $"users/{Northwind.Noor.Oid}/messages" }, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    private void AsMara(string scopes) => Use(_northwind.Tenant.Tokens.Mint(Northwind.Mara, "https://graph.microsoft.com", scopes));

    private void AsApplication(params IEnumerable<string> roles) => Use(_northwind.Tenant.Tokens.MintForApplication(_northwind.Api, "https://graph.microsoft.com", roles));

    private void Use(string token) => _http.DefaultRequestHeaders.Authorization = new("Bearer", token);

    private async Task<JsonObject> GetAsync(string address) => JsonNode.Parse(await _http.GetStringAsync(address, Cancel))!.AsObject();

    private async Task<string> FirstSubjectAsync(string address) => (await GetAsync(address))["value"]![0]!["subject"]!.GetValue<string>();

    private async Task<(HttpStatusCode Status, string Code)> RefusedAsync(string address)
    {
        using var answer = await _http.GetAsync(address, Cancel);
        return (answer.StatusCode, (await EmulatorClient.ErrorOf(answer)).Code);
    }
}
