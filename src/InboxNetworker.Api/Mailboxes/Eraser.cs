using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>Erases what is stored of the mailbox, and ends what the service was asked to tell of it.</summary>
internal sealed class Eraser(IDbContextFactory<NetworkContext> contexts, CurrentMailbox current, Subscriber subscriber, SyncBoard board, IEnumerable<ErasedWithData> erased)
{
    /// <summary>While no reading is under way.</summary>
    public async Task EraseAsync(CancellationToken cancellation)
    {
        var mailboxId = current.Id;
        await subscriber.EndAsync(mailboxId, cancellation).ConfigureAwait(false);
        await contexts.UseAsync(db => db.EraseAsync(mailboxId, cancellation), cancellation).ConfigureAwait(false);
        foreach (var erase in erased)
        {
            await erase(mailboxId, cancellation).ConfigureAwait(false); // after the service was told: that takes a token
        }

        current.Id = 0; // no row is of the mailbox now
        board.Change(_ => SyncStatus.Initial with { State = SyncState.Erased });
    }
}
