using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Contacts;

/// <summary>Three who have gone quiet, and what the tests of the owner's wishes say and ask.</summary>
internal static class Wishes
{
    public const string Ana = "ana.fox@there.example", Ben = "ben.holt@there.example", AnaToo = "quilt77@home.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ServedMailbox Mailbox() => new ServedMailbox()
        .Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 200)
        .Exchange(Somebody(Ben, "Ben Holt"), weeks: 10, silentDays: 200)
        .Exchange(Somebody(AnaToo, "Fox, Ana"), weeks: 6, silentDays: 200)
        .Exchange(Somebody("noreply@there.example"), weeks: 5, silentDays: 200);

    public static async Task<JsonElement> WishAsync(RunningApi api, string address, object wanted)
    {
        using var response = await api.PutAsync($"/api/contacts/{await api.IdOfAsync(address)}/preferences", wanted);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public static string Wanted(string? snoozedUntil = null, bool resting = false, bool pinned = false, int? everyWeeks = null, string[]? tags = null, string? note = null) =>
        JsonSerializer.Serialize(new { snoozedUntil, resting, pinned, everyWeeks, tags = tags ?? [], note });

    public static string Preferences(JsonElement person) => JsonSerializer.Serialize(person.GetProperty("preferences"));

    public static async Task<JsonElement> LookUpAsync(RunningApi api, string address) =>
        (await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("contact");

    public static async Task<(string Code, string Text)> StatusAsync(RunningApi api, string address)
    {
        var status = (await api.GetAsync($"/api/contacts/lookup?address={Uri.EscapeDataString(address)}")).GetProperty("status");
        return (status.GetProperty("code").GetString()!, status.GetProperty("text").GetString()!);
    }

    public static async Task<List<string>> ListAsync(RunningApi api) =>
        [.. (await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("address").GetString()!)];
}
