using System.Runtime.CompilerServices;
using System.Threading.Channels;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>Where reading stands, for everybody who asks or watches.</summary>
internal sealed class SyncBoard
{
    private readonly Lock _gate = new();
    private readonly List<Channel<SyncStatus>> _watchers = [];
    private SyncStatus _status = SyncStatus.Initial;

    public SyncStatus Status
    {
        get
        {
            lock (_gate)
            {
                return _status;
            }
        }
    }

    public void Change(Func<SyncStatus, SyncStatus> change)
    {
        lock (_gate)
        {
            _status = change(_status);
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(_status);
            }
        }
    }

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

    /// <summary>The status now, then every change. A slow watcher misses what was in between, never the newest.</summary>
    public async IAsyncEnumerable<SyncStatus> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var watcher = Channel.CreateBounded<SyncStatus>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            watcher.Writer.TryWrite(_status);
            _watchers.Add(watcher);
        }

        try
        {
            await foreach (var status in watcher.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                yield return status;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(watcher);
            }
        }
    }
}
