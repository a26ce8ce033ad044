using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Writing;

/// <summary>The rows of items as a page writes them.</summary>
internal sealed class ItemTable
{
    private readonly Command _add;
    private readonly Command _drop;

    public ItemTable(Commands commands, long mailboxId)
    {
        _add = commands.Prepare(
            """
            INSERT INTO "item" ("MailboxId", "At", "Id", "Key", "FolderId", "Counterparts") VALUES (@0, @1, @2, @3, @4, @5)
            ON CONFLICT ("MailboxId", "At", "Id") DO UPDATE SET "Key" = excluded."Key", "FolderId" = excluded."FolderId", "Counterparts" = excluded."Counterparts"
            """,
            6);
        _drop = commands.Prepare("""DELETE FROM "item" WHERE "MailboxId" = @0 AND "At" = @1 AND "Id" = @2""", 3);
        (_add[0], _drop[0]) = (mailboxId, mailboxId);
    }

    /// <param name="addresses">The row ids of everybody the page counts something with.</param>
    public async Task SaveAsync(ItemLedger ledger, Dictionary<EmailAddress, long> addresses, CancellationToken cancellation)
    {
        var (add, drop) = (_add, _drop);
        foreach (var item in ledger.Changed)
        {
            if (item.At != item.AtBefore)
            {
                (drop[1], drop[2]) = (item.AtBefore.ToUnixTimeSeconds(), item.Id);
                await drop.RunAsync(cancellation).ConfigureAwait(false);
            }

            (add[1], add[2], add[3], add[4]) = (item.At.ToUnixTimeSeconds(), item.Id, item.Key, item.FolderId);
            add[5] = item.Key == item.KeyBefore ? item.CounterpartsBefore
                : ledger.ContentOf(item) is { } content ? Counterparts.Of(content.Interactions, address => addresses[address]) : [];
            await add.RunAsync(cancellation).ConfigureAwait(false);
        }
    }
}
