using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Writing;

/// <summary>The rows of items as a page writes them.</summary>
internal sealed class ItemTable
{
    private readonly Statement _add;
    private readonly Statement _drop;

    public ItemTable(Statements statements, long mailboxId)
    {
        _add = statements.Prepare("""INSERT INTO "item" ("MailboxId", "At", "Id", "Key", "FolderId", "Counterparts") VALUES (@0, @1, @2, @3, @4, @5)""", 6);
        _drop = statements.Prepare("""DELETE FROM "item" WHERE "MailboxId" = @0 AND "At" = @1 AND "Id" = @2""", 3);
        _add.Set(0, mailboxId);
        _drop.Set(0, mailboxId);
    }

    /// <param name="addresses">The row ids of everybody the page counts something with.</param>
    public async Task SaveAsync(ItemLedger ledger, Dictionary<EmailAddress, long> addresses, CancellationToken cancellation)
    {
        foreach (var item in ledger.Changed)
        {
            if (!item.IsNew)
            {
                _drop.Set(1, item.AtBefore);
                _drop.Set(2, item.Id);
                await _drop.RunAsync(cancellation).ConfigureAwait(false);
            }

            _add.Set(1, item.At);
            _add.Set(2, item.Id);
            _add.Set(3, item.Key);
            _add.Set(4, item.FolderId);
            _add.Set(5, ledger.CountedWith(item.Key) ?? (item.Content is { } content ? Counterparts.Of(content.Interactions, addresses) : []));
            await _add.RunAsync(cancellation).ConfigureAwait(false);
        }
    }
}
