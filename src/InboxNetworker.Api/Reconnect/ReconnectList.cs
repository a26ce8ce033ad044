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
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <remarks>It serves several who ask, so that none of them can call it off.</remarks>
    public async Task<WrittenPage> WriteAsync(long mailboxId, DateTimeOffset asOf, Ranked? after, int limit)
    {
        var (revision, found) = await contexts.UseAsync(db => db.SuggestedAsync(mailboxId, asOf, after, limit + 1, CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
        var page = new ReconnectPage(
            asOf,
            [.. found.Take(limit).Select(f => ContactItem.Of(f.Relationship, RelationshipModel.Assess(f.Relationship, asOf), asOf))],
            found.Count > limit ? new ListCursor(asOf, found[limit - 1].Rank.Tie, found[limit - 1].Rank.ContactId).ToString() : null);
        return new WrittenPage(JsonSerializer.SerializeToUtf8Bytes(page, json.Value.SerializerOptions), revision);
    }
}
