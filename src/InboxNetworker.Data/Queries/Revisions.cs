using System.Collections.Concurrent;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Writing;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>
/// Asks the store for <see cref="MailboxRow.Revision"/>, thousands of times a second: with statements that stay prepared on connections that stay
/// open, of which there are as many as ever asked at once.
/// </summary>
public sealed class Revisions(IDbContextFactory<NetworkContext> contexts) : IAsyncDisposable
{
    private readonly ConcurrentBag<Asking> _idle = [];

    /// <summary>As it is now.</summary>
    /// <returns>Null when nothing of this mailbox is stored.</returns>
    public async ValueTask<long?> OfAsync(long mailboxId, CancellationToken cancellation)
    {
        if (!_idle.TryTake(out var asking))
        {
            asking = await Asking.BeginAsync(contexts, cancellation).ConfigureAwait(false);
        }

        try
        {
            var revision = await asking.AskAsync(mailboxId, cancellation).ConfigureAwait(false);
            _idle.Add(asking);
            return revision;
        }
        catch
        {
            // The connection may be the trouble.
            await asking.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var asking))
        {
            await asking.DisposeAsync().ConfigureAwait(false);
        }
    }

    private sealed class Asking(NetworkContext db, Statements statements) : IAsyncDisposable
    {
        private readonly Statement _revision = statements.Prepare("""SELECT "Revision" FROM "mailbox" WHERE "Id" = @0""", 1);

        public static async Task<Asking> BeginAsync(IDbContextFactory<NetworkContext> contexts, CancellationToken cancellation)
        {
            var db = await contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
            try
            {
                await db.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
                return new Asking(db, new Statements(db));
            }
            catch
            {
                await db.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }

        public async ValueTask<long?> AskAsync(long mailboxId, CancellationToken cancellation)
        {
            _revision.Set(0, mailboxId);
            long? revision = null;
            while (await _revision.ReadAsync(cancellation).ConfigureAwait(false))
            {
                revision = _revision.Number(0);
            }

            return revision;
        }

        public async ValueTask DisposeAsync()
        {
            await statements.DisposeAsync().ConfigureAwait(false);
            await db.DisposeAsync().ConfigureAwait(false);
        }
    }
}
