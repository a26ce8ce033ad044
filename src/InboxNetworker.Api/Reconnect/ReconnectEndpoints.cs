using System.Text.Json;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InboxNetworker.Api.Reconnect;

internal static class ReconnectEndpoints
{
    public static void AddReconnect(this WebApplicationBuilder builder) => builder.Services.AddSingleton<KeptPages>().AddSingleton<ReconnectList>();

    public static void MapReconnect(this WebApplication app) =>
        app.MapGroup("/api/reconnect").WithTags("Reconnect").ProducesProblem(StatusCodes.Status400BadRequest)
            .MapGet("/", GetListAsync).WithName("GetReconnect").WithSummary("Whom to reconnect with, and why, as of the minute that has begun; the most worthwhile first.");

    private static async Task<Results<JsonBytes<ReconnectPage>, ProblemHttpResult>> GetListAsync(
        NetworkContext db, CurrentMailbox mailbox, ReconnectList list, KeptPages kept, TimeProvider time, CancellationToken cancellation, int limit = Limits.Default, string? cursor = null)
    {
        if (!Limits.Allows(limit))
        {
            return Problems.BadParameter(nameof(limit), Limits.Range);
        }

        var from = default(ListCursor);
        if (cursor is not null && !ListCursor.TryParse(cursor, out from))
        {
            return Problems.BadParameter(nameof(cursor), "the nextCursor of an earlier page, unchanged");
        }

        var now = time.GetUtcNow().UtcTicks;
        var asOf = cursor is null ? new DateTimeOffset(now - (now % TimeSpan.TicksPerMinute), TimeSpan.Zero) : from.AsOf;
        Ranked? after = cursor is null ? null : new Ranked(from.ContactId, from.Rank);
        var mailboxId = mailbox.Id;
        var revision = await db.RevisionAsync(mailboxId, cancellation).ConfigureAwait(false) ?? 0;
        return new JsonBytes<ReconnectPage>(await kept.GetAsync(
            new PageAsked(mailboxId, limit, cursor), revision, asOf, () => list.WriteAsync(mailboxId, revision, asOf, after, limit), cancellation).ConfigureAwait(false));
    }
}

/// <summary>Works out pages of the list from the store.</summary>
internal sealed class ReconnectList(IDbContextFactory<NetworkContext> contexts, IOptions<JsonOptions> json)
{
    private const int Tries = 3;

    /// <param name="revision">Of the store, read before.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <remarks>It serves several who ask, so that none of them can call it off.</remarks>
    public Task<WrittenPage> WriteAsync(long mailboxId, long revision, DateTimeOffset asOf, Ranked? after, int limit) => contexts.UseAsync(
        async db =>
        {
            var before = revision;
            for (var left = Tries; ; left--)
            {
                var page = await PageAsync(db, mailboxId, asOf, after, limit).ConfigureAwait(false);

                // Read in several steps, between which somebody may write: such a page might hold some as they were and some as they are.
                var now = await db.RevisionAsync(mailboxId, CancellationToken.None).ConfigureAwait(false) ?? 0;
                if (now == before || left == 1)
                {
                    return new WrittenPage(JsonSerializer.SerializeToUtf8Bytes(page, json.Value.SerializerOptions), Lasting: now == revision);
                }

                before = now;
            }
        },
        CancellationToken.None);

    private static async Task<ReconnectPage> PageAsync(NetworkContext db, long mailboxId, DateTimeOffset asOf, Ranked? after, int limit)
    {
        var shown = await db.SuggestedAsync(mailboxId, asOf, after, limit + 1, CancellationToken.None).ConfigureAwait(false);
        return new ReconnectPage(
            asOf,
            [.. shown.Take(limit).Select(s => ContactItem.Of(s.Relationship, RelationshipModel.Assess(s.Relationship, asOf), asOf))],
            shown.Count > limit ? new ListCursor(asOf, shown[limit - 1].Rank.Tie, shown[limit - 1].Rank.ContactId).ToString() : null);
    }
}
