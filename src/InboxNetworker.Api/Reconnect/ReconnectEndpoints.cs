using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Reconnect;

internal static class ReconnectEndpoints
{
    public static void AddReconnect(this WebApplicationBuilder builder) => builder.Services.AddSingleton<KeptPages>().AddSingleton<ReconnectList>();

    public static void MapReconnect(this WebApplication app) =>
        app.MapGroup("/api/reconnect").WithTags("Reconnect").ProducesProblem(StatusCodes.Status400BadRequest)
            .MapGet("/", GetListAsync).WithName("GetReconnect").WithSummary("Whom to reconnect with, and why, as of the minute that has begun; the most worthwhile first.");

    private static async Task<Results<JsonBytes<ReconnectPage>, ProblemHttpResult>> GetListAsync(
        Revisions revisions, CurrentMailbox mailbox, ReconnectList list, KeptPages kept, TimeProvider time, CancellationToken cancellation, int limit = Limits.Default, string? cursor = null)
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
        var place = cursor is null ? default : ReconnectList.PlaceOf(from);
        var mailboxId = mailbox.Id;
        var revision = await revisions.OfAsync(mailboxId, cancellation).ConfigureAwait(false) ?? 0;
        return new JsonBytes<ReconnectPage>(await kept.GetAsync(
            new PageAsked(mailboxId, limit, cursor), revision, asOf, () => list.WriteAsync(mailboxId, asOf, place, limit), cancellation).ConfigureAwait(false));
    }
}
