using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InboxNetworker.Data.Postgres;

public static class PostgresStore
{
    public static DbContextOptionsBuilder UsePostgresStore(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgresStore).Assembly));
}

/// <summary>For <c>dotnet ef migrations add NAME --project src/InboxNetworker.Data.Postgres</c>.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<NetworkContext>
{
    public NetworkContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<NetworkContext>();
        options.UsePostgresStore("Host=localhost");
        return new NetworkContext(options.Options);
    }
}
