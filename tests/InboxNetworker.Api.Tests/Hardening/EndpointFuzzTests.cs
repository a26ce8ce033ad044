using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsCheck;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Hardening;

/// <summary>Everything the description lists, asked with whatever anybody may send.</summary>
public sealed class EndpointFuzzTests
{
    private const int RequestsEach = 60;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        OneOf(
            "", " ", "0", "-1", "1", "2", "9223372036854775807", "99999999999999999999", "1e3", "NaN", "null", "true", "[]", "%", "%2F", "..", "../..", "\0", "a\0b", "\uFFFF", "\u202E", "\r\n", "'", "' OR 1=1 --",
            "<script>", "{{ 1 }}", "{% for i in (1..100000000) %}x{% endfor %}", "a@b", "@", "a@b.example", "owner@here.example", "=cmd", "9999-12-31", "0000-00", "2026-02-30", "inbox", "drafts", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            new string('a', 1500)));

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Text.Select(t => JsonSerializer.Serialize(Whole(t))),
        OneOf("null", "true", "false", "0", "-1", "1e999", "1.5", "2147483648", "99999999999999999999", "\"\\ud800\"", "\"\\u0000\"", "{}", "[]", "[null]", "[[]]", "[\"a\",1]", "{\"a\":{}}", "\"" + new string('x', 100_000) + "\"", new string('[', 200) + new string(']', 200)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_is_answered_and_what_is_refused_is_refused_with_a_word()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 100).Exchange("ben.holt@there.example", weeks: 6, silentDays: 100);
        await using var api = await RunningApi.ReadAsync(mailbox, "--InboxNetworker:Limits:RequestsPerMinute", "0");
        var known = await api.IdOfAsync("ana.fox@there.example");
        var description = await api.GetAsync("/openapi/v1.json");
        var operations = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => new Operation(operation.Name, path.Name, operation.Value, description)))
            .Where(o => o is not { Method: "delete", Path: "/api/data" })
            .ToList();
        Assert.True(operations.Count > 40);

        foreach (var operation in operations)
        {
            await operation.Requests(known).SampleAsync(request => AskAsync(api.Client, operation.Method, request.Target, request.Body), iter: RequestsEach, threads: 2);
        }

        Assert.Equal(JsonValueKind.Array, (await api.GetAsync("/api/reconnect")).GetProperty("items").ValueKind);
    }

    private static async Task AskAsync(HttpClient client, string method, string target, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Longest);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        var said = $"{method} {target} {body?[..Math.Min(body.Length, 500)]}: {(int)answer.StatusCode}";
        Assert.True((int)answer.StatusCode < 500, said);

        // The server itself refuses a NUL in a path, before the program hears of it.
        if ((int)answer.StatusCode >= 400 && !target.Split('?')[0].Contains("%00", StringComparison.Ordinal))
        {
            var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(patience.Token)).RootElement;
            Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", said);
            Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()), said);
            Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()), said);
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    /// <summary>Without halves of a surrogate pair, which the serializer does not write.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private sealed record Operation(string Method, string Path, JsonElement Told, JsonElement Description)
    {
        public Gen<(string Target, string? Body)> Requests(string known)
        {
            var names = Told.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().ToLookup(p => p.GetProperty("in").GetString(), p => p.GetProperty("name").GetString()!) : null;
            var inPath = Gen.OneOf(Text, Gen.Const(known)).Where(t => t.Length > 0);
            var query = names is null
                ? Gen.Const(string.Empty)
                : names["query"].Aggregate(Gen.Const(string.Empty), (all, name) => Gen.Select(all, Gen.Int[0, 2], Text, (soFar, there, text) => there == 0 ? soFar : $"{soFar}&{name}={Uri.EscapeDataString(Whole(text))}"));
            return Gen.Select(inPath, query, Body(), (id, asked, body) => ($"{Filled(id)}?{asked.TrimStart('&')}", body));

            string Filled(string id) => names is null ? Path : names["path"].Aggregate(Path, (path, name) => path.Replace($"{{{name}}}", Uri.EscapeDataString(Whole(id)), StringComparison.Ordinal));
        }

        private Gen<string?> Body()
        {
            if (!Told.TryGetProperty("requestBody", out var body))
            {
                return Gen.Const((string?)null);
            }

            var schema = body.GetProperty("content").GetProperty("application/json").GetProperty("schema");
            var name = (schema.TryGetProperty("oneOf", out var oneOf) ? oneOf[1] : schema).GetProperty("$ref").GetString()!.Split('/')[^1];
            var properties = Description.GetProperty("components").GetProperty("schemas").GetProperty(name).GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
            var filled = properties.Aggregate(Gen.Const(string.Empty), (all, property) => Gen.Select(all, Gen.Int[0, 3], Scalar, (soFar, there, value) => there == 0 ? soFar : $"{soFar},\"{property}\":{value}"))
                .Select(fields => (string?)$"{{{fields.TrimStart(',')}}}");
            return Gen.Frequency((6, filled), (1, Scalar.Select(s => (string?)s)), (1, Text.Select(t => (string?)t)), (1, Gen.Const((string?)new string('{', 3_000))));
        }
    }
}
