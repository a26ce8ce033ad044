using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>
/// Asks the store for <see cref="MailboxRow.Revision"/>, thousands of times a second: with commands that stay prepared on connections that stay
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

    private sealed class Asking(NetworkContext db, DbCommand command) : IAsyncDisposable
    {
        public static async Task<Asking> BeginAsync(IDbContextFactory<NetworkContext> contexts, CancellationToken cancellation)
        {
            var db = await contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
            try
            {
                await db.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
                var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = """SELECT "Revision" FROM "mailbox" WHERE "Id" = @id""";
                var id = command.CreateParameter();
                (id.ParameterName, id.Value) = ("id", 0L);
                command.Parameters.Add(id);
                await command.PrepareAsync(cancellation).ConfigureAwait(false);
                return new Asking(db, command);
            }
            catch
            {
                await db.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }

        public async ValueTask<long?> AskAsync(long mailboxId, CancellationToken cancellation)
        {
            command.Parameters[0].Value = mailboxId;
            return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is { } revision ? Convert.ToInt64(revision, CultureInfo.InvariantCulture) : null;
        }

        public async ValueTask DisposeAsync()
        {
            await command.DisposeAsync().ConfigureAwait(false);
            await db.DisposeAsync().ConfigureAwait(false);
        }
    }
}
