using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator;
using InboxNetworker.GraphEmulator.Batch;
using InboxNetworker.GraphEmulator.Faults;
using InboxNetworker.GraphEmulator.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace InboxNetworker.Graph.Tests.Emulator;

public sealed class BatchTests
{
    [Fact]
    public async Task Every_request_of_a_batch_is_answered_by_its_id()
    {
        await using var emulator = await StartAsync();

        var answers = await BatchAsync(emulator, Get("1", "/me"), Get("2", "me/messages?$select=subject&$top=2"), Get("3", "/me/mailFolders('inbox')"), Get("4", "/me/messages/none"), Get("5", "/nothing"));

        Assert.Equal([("1", 200), ("2", 200), ("3", 200), ("4", 400), ("5", 400)], answers.OrderBy(a => a.Key).Select(a => (a.Key, Status(a.Value))));
        Assert.Equal("Mara Lind", answers["1"]["body"]!["displayName"]!.GetValue<string>());
        Assert.Equal(2, answers["2"]["body"]!["value"]!.AsArray().Count);
        Assert.StartsWith(emulator.Root + "me/messages?", answers["2"]["body"]!["@odata.nextLink"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("ErrorInvalidIdMalformed", Code(answers["4"]));
        Assert.Equal("4.0", answers["1"]["headers"]!["OData-Version"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_answers_come_in_another_order_the_same_every_time()
    {
        await using var emulator = await StartAsync();
        var ids = Enumerable.Range(1, 20).Select(i => $"{i}").ToList();

        var first = (await BatchAsync(emulator, [.. ids.Select(i => Get(i, "/me"))])).Keys.ToList();
        var second = (await BatchAsync(emulator, [.. ids.Select(i => Get(i, "/me"))])).Keys.ToList();

        Assert.NotEqual(ids, first);
        Assert.Equal(first, second);
        Assert.Equal(ids.Order(), first.Order());
    }

    [Fact]
    public async Task A_batch_writes_too()
    {
        await using var emulator = await StartAsync();

        var made = Assert.Single(await BatchAsync(emulator, new { id = "a", method = "POST", url = "/me/messages", headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" }, body = new { subject = "Draft" } }));
        var id = made.Value["body"]!["id"]!.GetValue<string>();
        var gone = Assert.Single(await BatchAsync(emulator, new { id = "a", method = "DELETE", url = $"/me/messages/{id}" }));

        Assert.Equal(201, Status(made.Value));
        Assert.Contains(id.TrimEnd('='), made.Value["headers"]!["Location"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(204, Status(gone.Value));
        Assert.Null(gone.Value["body"]);
    }

    [Fact]
    public async Task What_depends_on_a_failure_is_not_tried()
    {
        await using var emulator = await StartAsync();

        var answers = await BatchAsync(
            emulator,
            new { id = "3", method = "GET", url = "/me", dependsOn = new[] { "2" } },
            new { id = "2", method = "GET", url = "/me", dependsOn = new[] { "1" } },
            Get("1", "/me/messages/none"),
            new { id = "5", method = "GET", url = "/me", dependsOn = new[] { "4" } },
            Get("4", "/me"));

        Assert.Equal([400, 424, 424, 200, 200], answers.OrderBy(a => a.Key).Select(a => Status(a.Value)));
        Assert.Equal("FailedDependency", Code(answers["3"]));
        Assert.Equal(2, emulator.Host.Requests.Count(r => r.PathAndQuery == "/v1.0/me"));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_understood_is_refused_as_a_whole()
    {
        await using var emulator = await StartAsync();

        async Task<string> RefusalAsync(object batch)
        {
            using var answer = await emulator.SendAsync("$batch", null, HttpMethod.Post, JsonContent.Create(batch));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return (await EmulatorClient.ErrorOf(answer)).Message;
        }

        Assert.Contains("maximum value of 20", await RefusalAsync(new { requests = Enumerable.Range(0, 21).Select(i => Get($"{i}", "/me")) }), StringComparison.Ordinal);
        Assert.Contains("unique", await RefusalAsync(new { requests = new[] { Get("a", "/me"), Get("A", "/me") } }), StringComparison.Ordinal);
        Assert.Contains("not in the batch", await RefusalAsync(new { requests = new[] { new { id = "1", method = "GET", url = "/me", dependsOn = new[] { "9" } } } }), StringComparison.Ordinal);
        Assert.Contains("depends on itself", await RefusalAsync(new { requests = new[] { new { id = "1", method = "GET", url = "/me", dependsOn = new[] { "2" } }, new { id = "2", method = "GET", url = "/me", dependsOn = new[] { "1" } } } }), StringComparison.Ordinal);
        Assert.Contains("Invalid batch payload format", await RefusalAsync(new { requests = Array.Empty<object>() }), StringComparison.Ordinal);
        Assert.Contains("Invalid batch payload format", await RefusalAsync(new { requests = new[] { new { id = "1", method = "GET" } } }), StringComparison.Ordinal);
        Assert.DoesNotContain(emulator.Host.Requests, r => r.Method == "GET");
    }

    [Fact]
    public async Task Only_relative_addresses_and_no_further_batch_stand_inside()
    {
        await using var emulator = await StartAsync();

        var answers = await BatchAsync(emulator, Get("1", "https://graph.microsoft.com/v1.0/me"), new { id = "2", method = "POST", url = "/$batch", body = new { requests = Array.Empty<object>() } });

        Assert.All(answers.Values, a => Assert.Equal((400, "BadRequest"), (Status(a), Code(a))));
    }

    [Fact]
    public async Task The_token_of_the_batch_is_every_requests_token()
    {
        await using var emulator = await StartAsync(new() { GrantedScopes = "Mail.ReadBasic" });

        var answers = await BatchAsync(emulator, Get("1", "/me/messages"), Get("2", "/me/events"), Get("3", "/me"));

        Assert.Equal([200, 403, 403], answers.OrderBy(a => a.Key).Select(a => Status(a.Value)));
        Assert.Equal(("ErrorAccessDenied", "Authorization_RequestDenied"), (Code(answers["2"]), Code(answers["3"])));
        emulator.Http.DefaultRequestHeaders.Authorization = null;
        using var refused = await emulator.SendAsync("$batch", null, HttpMethod.Post, JsonContent.Create(new { requests = new[] { Get("1", "/me") } }));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Every_request_inside_counts_against_the_limits_of_the_mailbox()
    {
        await using var emulator = await StartAsync(new() { Limits = new MailboxLimits { Requests = 3 } });

        var answers = await BatchAsync(emulator, [.. Enumerable.Range(1, 5).Select(i => Get($"{i}", "/me/messages"))]);

        Assert.Equal(3, answers.Values.Count(a => Status(a) == 200));
        Assert.All(answers.Values.Where(a => Status(a) == 429), a => Assert.NotNull(a["headers"]!["Retry-After"]));
        Assert.Equal(2, answers.Values.Count(a => Status(a) == 429));
    }

    [Fact]
    public async Task Requests_inside_meet_refusals_but_never_a_spoiled_answer()
    {
        await using var emulator = await StartAsync();
        await Faulty("reset=0.3,truncate=0.3,slow=0.4");
        Assert.All((await BatchAsync(emulator, Get("1", "/me"), Get("2", "/me"), Get("3", "/me"))).Values, a => Assert.Equal(200, Status(a)));
        Assert.Equal(0, emulator.Host.InjectedFaults.Values.Sum());

        // A timeout does not meet the envelope, which is a POST.
        await Faulty("504=1");
        Assert.All((await BatchAsync(emulator, Get("1", "/me"), Get("2", "/me"))).Values, a => Assert.Equal(504, Status(a)));
        Assert.Equal([FaultKind.TimedOut, FaultKind.TimedOut, null], emulator.Host.Requests.TakeLast(3).Select(r => r.Fault));

        Task Faulty(string text)
        {
            Assert.True(FaultPlan.TryParse(text, out var plan, out _));
            emulator.Host.SetFaults(plan);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task An_answer_that_is_no_json_travels_as_base64()
    {
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0];
        var headers = new HeaderDictionary { ["Content-Type"] = "image/jpeg", ["request-id"] = "1" };
        using var stream = new MemoryStream();
        await using (var json = new Utf8JsonWriter(stream))
        {
            new BatchAnswer("1", 200, headers, photo).Write(json);
        }

        Assert.Equal("{\"id\":\"1\",\"status\":200,\"headers\":{\"Content-Type\":\"image/jpeg\"},\"body\":\"/9j/4A==\"}", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task The_sdk_sends_a_batch_and_reads_its_answers()
    {
        await using var emulator = await StartAsync();
        var batch = new BatchRequestContentCollection(emulator.Sdk);
        var me = await batch.AddBatchRequestStepAsync(emulator.Sdk.Me.ToGetRequestInformation());
        var messages = await batch.AddBatchRequestStepAsync(emulator.Sdk.Me.MailFolders["inbox"].Messages.ToGetRequestInformation(r => r.QueryParameters.Top = 3));
        var none = await batch.AddBatchRequestStepAsync(emulator.Sdk.Me.Messages["none"].ToGetRequestInformation());
        var draft = await batch.AddBatchRequestStepAsync(emulator.Sdk.Me.Messages.ToPostRequestInformation(new Message { Subject = "Draft" }));

        var answers = await emulator.Sdk.Batch.PostAsync(batch, EmulatorClient.Cancel);

        Assert.Equal("Mara Lind", (await answers.GetResponseByIdAsync<User>(me)).DisplayName);
        Assert.Equal(3, (await answers.GetResponseByIdAsync<MessageCollectionResponse>(messages)).Value!.Count);
        Assert.Equal("Draft", (await answers.GetResponseByIdAsync<Message>(draft)).Subject);
        var statuses = await answers.GetResponsesStatusCodesAsync();
        Assert.Equal(HttpStatusCode.BadRequest, statuses[none]);
    }

    private static object Get(string id, string url) => new { id, method = "GET", url };

    private static int Status(JsonObject answer) => answer["status"]!.GetValue<int>();

    private static string Code(JsonObject answer) => answer["body"]!["error"]!["code"]!.GetValue<string>();

    private static Task<EmulatorClient> StartAsync(GraphEmulatorOptions? options = null) =>
        EmulatorClient.StartAsync(SmallMailbox.With(SmallMailbox.Messages(5)), (options ?? new()) with { TimeProvider = new EmulatorClient.FixedTime(SmallMailbox.Now) });

    private static async Task<Dictionary<string, JsonObject>> BatchAsync(EmulatorClient emulator, params object[] requests)
    {
        using var answer = await emulator.SendAsync("$batch", null, HttpMethod.Post, JsonContent.Create(new { requests }));
        var body = await answer.Content.ReadAsStringAsync(EmulatorClient.Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!["responses"]!.AsArray().ToDictionary(r => r!["id"]!.GetValue<string>(), r => r!.AsObject());
    }
}
