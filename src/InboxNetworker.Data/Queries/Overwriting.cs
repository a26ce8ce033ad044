using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>What was deleted stands in no file any more. Other databases than SQLite see to it themselves.</summary>
internal static class Overwriting
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Has SQLite write its file anew, of what is there now alone, and cut the write-ahead log, in which the pages stood before, to nothing. Deleting
    /// overwrites (https://sqlite.org/pragma.html#pragma_secure_delete), but what was moved within a page before leaves its old place as it was.
    /// </summary>
    public static async Task OverwriteAsync(this NetworkContext db, CancellationToken cancellation)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection)
        {
            return;
        }

        await db.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM", cancellation).ConfigureAwait(false);
            await EmptyLogAsync(db, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The log, and with it the file, keeps what was deleted as long as somebody still reads an older state of it: they are waited for.</summary>
    private static async Task EmptyLogAsync(NetworkContext db, CancellationToken cancellation)
    {
        while (await IsBusyAsync(db, cancellation).ConfigureAwait(false))
        {
            await Task.Delay(AskAgain, cancellation).ConfigureAwait(false);
        }
    }

    /// <returns>What the first column of https://sqlite.org/pragma.html#pragma_wal_checkpoint says.</returns>
    private static async Task<bool> IsBusyAsync(NetworkContext db, CancellationToken cancellation) =>
        (await db.Database.SqlQueryRaw<Checkpoint>("PRAGMA wal_checkpoint(TRUNCATE)").ToListAsync(cancellation).ConfigureAwait(false)).Single().Busy != 0;

    private sealed record Checkpoint(int Busy, int Log, int Checkpointed);
}
