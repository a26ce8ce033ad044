using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>Where reading stands, for everybody who asks or watches.</summary>
internal sealed class SyncBoard
{
    private readonly Watched<SyncStatus> _status = new(SyncStatus.Initial);

    public SyncStatus Status => _status.Value;

    public void Change(Func<SyncStatus, SyncStatus> change) => _status.Change(change);

    /// <summary>Takes the counts from the store.</summary>
    public async Task CountAsync(IDbContextFactory<NetworkContext> contexts, long mailboxId, CancellationToken cancellation)
    {
        var (folders, contacts, mailbox) = await contexts.UseAsync(
            async db => (
                await db.FoldersAsync(mailboxId, cancellation).ConfigureAwait(false),
                await db.ContactCountAsync(mailboxId, cancellation).ConfigureAwait(false),
                await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false)),
            cancellation).ConfigureAwait(false);
        var read = folders.Values.Sum(f => f.MessagesHeld);
        var total = Math.Max(read, folders.Values.Sum(f => f.MessagesTotal));
        Change(s => s with { MessagesRead = read, MessagesTotal = total, Contacts = contacts, MeetingsRead = mailbox?.MeetingsRead ?? 0 });
    }

    /// <inheritdoc cref="Watched{T}.WatchAsync"/>
    public IAsyncEnumerable<SyncStatus> WatchAsync(CancellationToken cancellation) => _status.WatchAsync(cancellation);
}
