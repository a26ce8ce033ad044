using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InboxNetworker.Data.Sqlite;

public static class SqliteStore
{
    /// <param name="path">The database file; made when it is missing, its folder not.</param>
    /// <param name="busySeconds">How long to wait for another program that has the file open.</param>
    public static DbContextOptionsBuilder UseSqliteStore(this DbContextOptionsBuilder options, string path, int busySeconds = 30) =>
        options.UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = busySeconds }.ToString(),
            sqlite => sqlite.MigrationsAssembly(typeof(SqliteStore).Assembly))
            .AddInterceptors(OwnersFile.Instance, DurableEnough.Instance);
}

/// <summary>For <c>dotnet ef migrations add NAME --project src/InboxNetworker.Data.Sqlite</c>.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<NetworkContext>
{
    public NetworkContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<NetworkContext>();
        options.UseSqliteStore("design.db");
        return new NetworkContext(options.Options);
    }
}
