using System.Data.Common;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InboxNetworker.Data.Sqlite;

/// <summary>
/// The database file is its owner's alone, from before the first byte is in it; SQLite gives its log and its index the mode of the file they belong
/// to (https://sqlite.org/walformat.html). On Windows a file has the access of its folder.
/// </summary>
internal sealed class OwnersFile : DbConnectionInterceptor
{
    public static readonly OwnersFile Instance = new();

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        See(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        See(connection);
        return new(result);
    }

    private static void See(DbConnection connection)
    {
        var path = connection.DataSource;
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (!File.Exists(path))
        {
            // Who only looks whether there is one must not find the one made for it: EF Core gives a log only to a database it makes itself.
            if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode != SqliteOpenMode.ReadOnly)
            {
                Make(path);
            }
        }
        else if (File.GetUnixFileMode(path) != OwnerOnly)
        {
            foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
            {
                File.SetUnixFileMode(file, OwnerOnly);
            }
        }
    }

    /// <summary>What cannot be made here, SQLite says better.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Make(string path)
    {
        try
        {
            new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = OwnerOnly }).Dispose();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
        }
    }
}
