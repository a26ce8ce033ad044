using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Filtered;

/// <summary>Who is left out and by which rule, and the owner's word against it. Nothing is lost by being left out: it is read and kept all the same.</summary>
internal static class FilteredEndpoints
{
    public static void MapFiltered(this WebApplication app)
    {
        var filtered = app.MapGroup("/api/filtered").WithTags("Filtered").ProducesProblem(StatusCodes.Status400BadRequest);
        filtered.MapGet("/", GetListAsync).WithName("GetFiltered").WithSummary("Who is never suggested, and why; the most frequent first.");
        filtered.MapPut("/{address}", ChooseAsync).WithName("ChooseFiltered").WithSummary("Leaves an address or a whole domain out, keeps it, or leaves it to the rules.");
    }

    private static async Task<Results<Ok<FilteredPage>, ProblemHttpResult>> GetListAsync(
        NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation, string? rule = null, string? query = null, int limit = Limits.Default, string? cursor = null)
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
        var leftOut = (await db.RelationshipsAsync(mailbox.Id, cancellation).ConfigureAwait(false))
            .Select(r => (Relationship: r, Noise: Listing.LeftOutAs(r))).Where(r => r.Noise is not null)
            .Select(r => FilteredItem.Of(r.Relationship, r.Noise!.Value)).ToList();
        var choices = await db.FilterChoicesAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        var page = leftOut
            .Where(i => rule is null || i.Code == rule)
            .Where(i => query is null || i.Addresses.Append(i.Name).Any(t => t.Contains(query, StringComparison.OrdinalIgnoreCase)))
            .Select(i => (Item: i, Rank: (double)(i.Sent + i.Received + i.Meetings), Id: ContactId.Parse(i.Id)))
            .Where(i => cursor is null || from.IsBefore(i.Rank, i.Id))
            .OrderByDescending(i => i.Rank).ThenBy(i => i.Id)
            .Take(limit + 1)
            .ToList();
        return TypedResults.Ok(new FilteredPage(
            now,
            [.. leftOut.GroupBy(i => (i.Code, i.Text)).Select(g => new RuleView(g.Key.Code, g.Key.Text, g.Count())).OrderByDescending(r => r.Count).ThenBy(r => r.Code, StringComparer.Ordinal)],
            [.. choices.All.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new ChoiceView(c.Key, c.Value))],
            [.. page.Take(limit).Select(i => i.Item)],
            page.Count > limit ? new ListCursor(now, page[limit - 1].Rank, page[limit - 1].Id).ToString() : null));
    }

    private static async Task<Results<Ok<FilterChosen>, ProblemHttpResult>> ChooseAsync(
        string address, FilterChoice choice, HttpRequest request, NetworkContext db, CurrentMailbox mailbox, CancellationToken cancellation)
    {
        if (!FilterPattern.TryParse(Unescaped(address, request), out var pattern))
        {
            return Problems.BadParameter(nameof(address), "one mail address, as ana@example.com, or a domain, as example.com");
        }

        if (mailbox.Id == 0)
        {
            return Problems.NotReadYet();
        }

        await db.ChooseAsync(mailbox.Id, pattern, choice.LeftOut, cancellation).ConfigureAwait(false);
        var known = await db.KnownAddressesAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new FilterChosen(pattern.Value, choice.LeftOut, known.Where(k => pattern.Covers(k.Known.Address)).Select(k => k.ContactId).Distinct().Count()));
    }

    /// <summary>The server leaves %2F in a path as it is, whether it was sent as that or as %252F: only the raw request still tells.</summary>
    private static string Unescaped(string address, HttpRequest request)
    {
        if (!address.Contains("%2F", StringComparison.OrdinalIgnoreCase))
        {
            return address;
        }

        var path = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }
}
