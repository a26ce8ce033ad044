using System.Text.Json;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InboxNetworker.Api.Reconnect;

/// <summary>Works out pages of the list from the store.</summary>
internal sealed class ReconnectList(IDbContextFactory<NetworkContext> contexts, IOptions<JsonOptions> json)
{
    /// <param name="part">Of the list.</param>
    /// <param name="from">Where the page before ended.</param>
    /// <remarks>It serves several who ask, so that none of them can call it off.</remarks>
    public async Task<WrittenPage> WriteAsync(long mailboxId, DateTimeOffset asOf, ListFilter part, ListPlace from, int limit)
    {
        var (revision, found) = await contexts.UseAsync(db => db.SuggestedAsync(mailboxId, asOf, part, from, limit + 1, CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
        var page = new ReconnectPage(
            asOf,
            [.. found.Take(limit).Select(f => ContactItem.Of(f.Relationship, RelationshipModel.Assess(f.Relationship, asOf, f.Reserved), asOf))],
            found.Count > limit ? Cursor(asOf, found[limit - 1].Next).ToString() : null);
        return new WrittenPage(JsonSerializer.SerializeToUtf8Bytes(page, json.Value.SerializerOptions), revision);
    }

    /// <summary>The place a cursor stands for.</summary>
    public static ListPlace PlaceOf(ListCursor cursor) => new(cursor.ContactId == BeforeAll.ContactId ? null : new Ranked(cursor.ContactId, cursor.Rank), cursor.Offset);

    private static ListCursor Cursor(DateTimeOffset asOf, ListPlace place)
    {
        var before = place.Before ?? BeforeAll;
        return new ListCursor(asOf, before.Tie, before.ContactId, place.Offset);
    }

    private static readonly Ranked BeforeAll = new(long.MinValue, double.MaxValue);
}
