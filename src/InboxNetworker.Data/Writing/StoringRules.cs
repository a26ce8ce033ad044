using InboxNetworker.Core.People;
using InboxNetworker.Data.Queries;

namespace InboxNetworker.Data.Writing;

/// <summary>What the owner allows to be stored of a page, as it stands in the page's own transaction.</summary>
/// <param name="Forgotten">Null for nobody.</param>
/// <param name="DroppedBefore"><see cref="Entities.MailboxRow.ItemsDroppedBefore"/>.</param>
internal sealed record StoringRules(ForgottenAddresses? Forgotten, DateTimeOffset? DroppedBefore)
{
    /// <summary>
    /// Begins a change of the mailbox: whoever changes it as well waits until this one is over, so that a page under way brings nobody back who is being
    /// forgotten.
    /// </summary>
    public static async Task<StoringRules> TakeAsync(NetworkContext db, Statements statements, long mailboxId, CancellationToken cancellation)
    {
        var change = statements.Prepare("""UPDATE "mailbox" SET "Revision" = "Revision" + 1 WHERE "Id" = @0 RETURNING "ForgetSalt", "ItemsDroppedBefore" """, 1);
        change.Set(0, mailboxId);
        var (salt, droppedBefore) = ((byte[]?)null, (DateTimeOffset?)null);
        while (await change.ReadAsync(cancellation).ConfigureAwait(false))
        {
            (salt, droppedBefore) = (change.IsNull(0) ? null : change.Bytes(0), change.TimeOrNull(1));
        }

        return new(await db.ForgottenAddressesAsync(mailboxId, salt, cancellation).ConfigureAwait(false), droppedBefore);
    }

    /// <summary>Without whoever is forgotten; what was with nobody else does not count.</summary>
    public IReadOnlyList<SeenItem> Kept(IReadOnlyList<SeenItem> items)
    {
        if (Forgotten is null)
        {
            return items;
        }

        return [.. items.Select(item => item.Counted is not { } counted || Forgotten.Without(counted.Interactions) is var left && left == counted.Interactions
            ? item
            : item with { Counted = left.Count == 0 ? null : counted with { Interactions = left } })];
    }
}
