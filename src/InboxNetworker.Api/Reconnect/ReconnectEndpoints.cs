using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Reconnect;

internal static class ReconnectEndpoints
{
    public static void AddReconnect(this WebApplicationBuilder builder) => builder.Services.AddSingleton<KeptPages>().AddSingleton<ReconnectList>();

    public static void MapReconnect(this WebApplication app)
    {
        var group = app.MapGroup("/api/reconnect").WithTags("Reconnect");
        group.MapGet("/", GetListAsync).WithName("GetReconnect").ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Whom to reconnect with, and why, as of the minute that has begun; the most worthwhile first. State, company, department and tag narrow it down.");
        group.MapGet("/filters", GetFiltersAsync).WithName("GetReconnectFilters").WithSummary("By which states, companies, departments and tags the list can be narrowed down, each with how many people it would leave.");
    }

    private static async Task<Results<JsonBytes<ReconnectPage>, ProblemHttpResult>> GetListAsync(
        Revisions revisions, CurrentMailbox mailbox, ReconnectList list, KeptPages kept, TimeProvider time, CancellationToken cancellation,
        int limit = Limits.Default, string? cursor = null, string? state = null, string? company = null, string? department = null, string? tag = null)
    {
        if (!Limits.Allows(limit))
        {
            return Problems.BadParameter(nameof(limit), Limits.Range);
        }

        var wanted = default(RelationshipState);
        if (state is not null && !States.TryParse(state, out wanted))
        {
            return Problems.BadParameter(nameof(state), "fading or dormant");
        }

        var part = new ListFilter(state is null ? null : wanted, company, department, tag);
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
            new PageAsked(mailboxId, limit, part, cursor, Words.Current.Language), revision, asOf, () => list.WriteAsync(mailboxId, asOf, part, place, limit), cancellation).ConfigureAwait(false));
    }

    private static async Task<Ok<ReconnectFilters>> GetFiltersAsync(NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return TypedResults.Ok(ReconnectFilters.Of(await db.AllSuggestedAsync(mailbox.Id, now, cancellation).ConfigureAwait(false), now));
    }
}
