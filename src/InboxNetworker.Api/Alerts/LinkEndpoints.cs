using System.Net;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Wording;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Alerts;

/// <summary>What works without a sign-in: the links of a digest, and the calendar feed. Looking at a link does nothing: mail programs look at every link.</summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this WebApplication app)
    {
        app.MapGet(PublicPaths.Links + "{token}", AskAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(PublicPaths.Links + "{token}", ActAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(PublicPaths.Feeds + "{secret}.ics", FeedAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<ContentHttpResult> AskAsync(string token, HttpContext http, NetworkContext db, SignedLinks links, CancellationToken cancellation) =>
        await FindAsync(token, db, links, cancellation).ConfigureAwait(false) is { } found
            ? Page(http, found.Say, Question(found), $"<form method=\"post\"><button>{WebUtility.HtmlEncode(found.Say.Yes)}</button></form>")
            : Gone(http);

    private static async Task<ContentHttpResult> ActAsync(string token, HttpContext http, NetworkContext db, SignedLinks links, CancellationToken cancellation)
    {
        if (await FindAsync(token, db, links, cancellation).ConfigureAwait(false) is not { } found)
        {
            return Gone(http);
        }

        var changed = await db.ChangeAlertSettingsAsync(
            found.Link.MailboxId,
            null,
            settings => settings.DigestEveryWeeks = found.Link.Action == LinkAction.Stop ? null : settings.DigestEveryWeeks is null ? null : AlertSettingsView.SeldomWeeks,
            cancellation).ConfigureAwait(false);
        var comes = changed?.DigestEveryWeeks is not null;
        return Page(http, found.Say, comes ? found.Say.LessOftenDone : found.Say.StopDone, string.Empty);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> FeedAsync(string secret, HttpContext http, NetworkContext db, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.FeedAsync(secret, cancellation).ConfigureAwait(false) is not { } settings)
        {
            return TypedResults.Problem(title: "There is no calendar at this address", detail: "It may have been given a new one; the settings of alerts say which.", statusCode: StatusCodes.Status404NotFound);
        }

        var open = await db.OpenAlertsAsync(settings.MailboxId, time.GetUtcNow(), cancellation).ConfigureAwait(false);
        var say = Words.Of(settings.Language);
        Quiet(http, say);
        return TypedResults.Text(
            CalendarFeed.Of(open.OrderBy(a => a.Id).Select(a => new FeedEntry($"alert-{a.Id}-{a.RaisedAt.ToUnixTimeSeconds()}@inboxnetworker.invalid", a.DueOn, a.Title, string.Join('\n', a.Brief.Prepend(a.Text)), a.RaisedAt)), say),
            "text/calendar; charset=utf-8");
    }

    /// <summary>Of a link that works, the mailbox's settings say the language; of any other, whoever asks.</summary>
    private static async Task<(LinkToken Link, Words Say)?> FindAsync(string text, NetworkContext db, SignedLinks links, CancellationToken cancellation) =>
        SignedLinks.Parse(text) is { } token
        && await db.AlertSettingsAsync(token.MailboxId, cancellation).ConfigureAwait(false) is { } settings
        && links.IsGood(token, settings.LinkKey)
            ? (token, Words.Of(settings.Language))
            : null;

    private static string Question((LinkToken Link, Words Say) found) => found.Link.Action == LinkAction.Stop ? found.Say.StopQuestion : found.Say.LessOftenQuestion;

    private static ContentHttpResult Gone(HttpContext http) => Page(http, Words.Current, Words.Current.LinkGone, string.Empty, StatusCodes.Status410Gone);

    private static ContentHttpResult Page(HttpContext http, Words say, string sentence, string form, int status = StatusCodes.Status200OK)
    {
        Quiet(http, say);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
        return TypedResults.Content(
            $$"""
            <!doctype html><html lang="{{say.Language}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>InboxNetworker</title>
            <style>body{font:16px/1.5 'Segoe UI',Arial,sans-serif;max-width:30em;margin:15vh auto;padding:0 16px}button{font:inherit;font-weight:600;padding:10px 24px;border:0;border-radius:6px;background:#0f6cbd;color:#fff}</style></head>
            <body><h1 style="font-size:22px">{{WebUtility.HtmlEncode(sentence)}}</h1>{{form}}</body></html>
            """,
            "text/html; charset=utf-8",
            statusCode: status);
    }

    private static void Quiet(HttpContext http, Words say)
    {
        http.Response.Headers.ContentLanguage = say.Language;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
