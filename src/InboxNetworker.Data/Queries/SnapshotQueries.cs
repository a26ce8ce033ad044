using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

public static class SnapshotQueries
{
    /// <summary>Reads in several steps what belongs together: everything stands as it did at the first of them, whatever others write meanwhile.</summary>
    public static async Task<T> AtOneMomentAsync<T>(this NetworkContext db, Func<Task<T>> read, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            var transaction = await BeginAsync(db.Database.GetDbConnection(), cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await db.Database.UseTransactionAsync(transaction, cancellation).ConfigureAwait(false);
                var found = await read().ConfigureAwait(false);
                await db.Database.UseTransactionAsync(null, cancellation).ConfigureAwait(false);
                return found;
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    /// <summary>SQLite's plain transaction is one that writes, and would wait for others who do.</summary>
    private static async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
}
