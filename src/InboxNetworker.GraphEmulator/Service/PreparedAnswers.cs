using System.Collections.Concurrent;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Permissions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace InboxNetworker.GraphEmulator.Service;

/// <summary>
/// Makes each answer about the mailbox once and serves its bytes from then on, until the mailbox changes; so that who measures a client
/// does not measure the emulator. Stands behind the token, the limits, the faults and the permissions: those go on as ever.
/// </summary>
internal sealed class PreparedAnswers(MailboxStore mailbox)
{
    private volatile Kept _kept = new(-1);

    public async Task Serve(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Path.StartsWithSegments("/v1.0/me") || FirstByte.Of(http).IsInBatch)
        {
            await next(http);
            return;
        }

        var stamp = mailbox.Stamp;
        var kept = _kept;
        if (kept.Stamp != stamp)
        {
            _kept = kept = new Kept(stamp);
        }

        var asked = Question.Of(http);
        if (!kept.Answers.TryGetValue(asked, out var answer))
        {
            answer = await Answer.MakeAsync(http, next);

            // Where something changed meanwhile, nobody knows which of the two mailboxes was answered about.
            if (answer.Status == StatusCodes.Status200OK && mailbox.Stamp == stamp)
            {
                kept.Answers[asked] = answer;
            }
        }

        await answer.SendAsync(http);
    }

    private sealed record Kept(long Stamp)
    {
        public ConcurrentDictionary<Question, Answer> Answers { get; } = [];
    }

    /// <summary>All that an answer depends on besides the mailbox. The host stands in links.</summary>
    private readonly record struct Question(string Target, string Host, string Prefer, Withheld Withheld)
    {
        public static Question Of(HttpContext http) => new(
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Host.Value ?? "",
            http.Request.Headers[GraphHeaders.Prefer].ToString(),
            Withheld.Of(http));
    }

    private sealed record Answer(int Status, KeyValuePair<string, StringValues>[] Headers, byte[] Body)
    {
        public static async Task<Answer> MakeAsync(HttpContext http, RequestDelegate next)
        {
            var response = http.Response;
            var before = response.Headers.Select(h => h.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var body = await HeldBody.OfAsync(http, next);
            return new Answer(response.StatusCode, [.. response.Headers.Where(h => !before.Contains(h.Key))], body);
        }

        public async Task SendAsync(HttpContext http)
        {
            http.Response.StatusCode = Status;
            foreach (var (name, values) in Headers)
            {
                http.Response.Headers[name] = values;
            }

            http.Response.ContentLength = Body.Length;
            await http.Response.Body.WriteAsync(Body, http.RequestAborted);
        }
    }
}
