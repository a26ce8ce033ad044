using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InboxNetworker.Data.Sqlite;

/// <summary>
/// Commits without waiting for the disk each time. With a write-ahead log a loss of power can take back the last commits, never a part of one
/// (https://sqlite.org/pragma.html#pragma_synchronous); what is taken back is read again, because the cursor goes with it. A page of an old
/// folder touches the whole length of the table: 8 MB of it are kept at hand, and the log is worked in when it has grown to 32 MB. What is deleted
/// is overwritten (https://sqlite.org/pragma.html#pragma_secure_delete).
/// </summary>
internal sealed class DurableEnough : DbConnectionInterceptor
{
    public static readonly DurableEnough Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = Command(connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 8000; PRAGMA secure_delete = ON";
        return command;
    }
}
