using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Control;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.Graph.Tests.Emulator.Living;

/// <summary>What the tests of a mailbox that changes while it is served have in common.</summary>
internal static class LivingMailbox
{
    public const string Immutable = "IdType=\"ImmutableId\"";

    public static string Delta(string folder, string select = "subject,isRead") => $"me/mailFolders/{folder}/messages/delta?$select={select}";

    public static NewMessage Letter(string subject, string folder = "inbox") => new(folder, SmallMailbox.Jon, [SmallMailbox.Mara], subject);

    public static Task<EmulatorClient> WithQuirksAsync(MailboxContent content) =>
        EmulatorClient.StartAsync(content, new GraphEmulatorOptions { TimeProvider = new EmulatorClient.FixedTime(SmallMailbox.Now), Quirks = true });

    public static string Text(this JsonObject item, string name) => item[name]!.GetValue<string>();

    /// <summary>The pages of one round, each with its items.</summary>
    public static async Task<(List<List<JsonObject>> Pages, string DeltaLink)> PagesAsync(this EmulatorClient emulator, string address, string prefer = Immutable)
    {
        var pages = new List<List<JsonObject>>();
        while (true)
        {
            var page = await emulator.GetJsonAsync(address, prefer);
            pages.Add([.. page["value"]!.AsArray().Select(i => i!.AsObject())]);
            Assert.Equal(1, (page["@odata.nextLink"] is null ? 0 : 1) + (page["@odata.deltaLink"] is null ? 0 : 1));
            if (page["@odata.deltaLink"] is { } end)
            {
                return (pages, end.GetValue<string>());
            }

            address = page["@odata.nextLink"]!.GetValue<string>();
        }
    }

    /// <summary>Asks the control routes, which take no token.</summary>
    public static async Task<(int Status, JsonNode Body)> ControlAsync(this EmulatorClient emulator, string method, string path, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = emulator.Host.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), "emulator/" + path);
        request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, EmulatorClient.Cancel);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(EmulatorClient.Cancel))!);
    }
}
