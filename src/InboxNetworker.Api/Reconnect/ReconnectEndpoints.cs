using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Reconnect;

internal static class ReconnectEndpoints
{
    public static void MapReconnect(this WebApplication app) =>
        app.MapGroup("/api/reconnect").WithTags("Reconnect").ProducesProblem(StatusCodes.Status400BadRequest)
            .MapGet("/", GetListAsync).WithName("GetReconnect").WithSummary("Whom to reconnect with, and why; the most worthwhile first.");

    private static async Task<Results<Ok<ReconnectPage>, ProblemHttpResult>> GetListAsync(
        NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation, int limit = Limits.Default, string? cursor = null)
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

        var now = cursor is null ? DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()) : from.AsOf;
        var relationships = await db.RelationshipsAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        var page = relationships
            .Select(r => (Relationship: r, Assessment: RelationshipModel.Assess(r, now)))
            .Where(c => Listing.StatusOf(c.Relationship, c.Assessment, now).Listed)
            .Where(c => cursor is null || from.IsBefore(c.Assessment.Tie, c.Relationship.Person.Id))
            .OrderByDescending(c => c.Assessment.Tie).ThenBy(c => c.Relationship.Person.Id)
            .Take(limit + 1)
            .ToList();
        var next = page.Count > limit ? new ListCursor(now, page[limit - 1].Assessment.Tie, page[limit - 1].Relationship.Person.Id).ToString() : null;
        return TypedResults.Ok(new ReconnectPage(now, [.. page.Take(limit).Select(c => ContactItem.Of(c.Relationship, c.Assessment, now))], next));
    }
}
