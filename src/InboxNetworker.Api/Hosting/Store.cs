using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Hosting;

internal static class StoreSetup
{
    /// <summary>The demo's store is a file in a temporary folder that goes when the program does, unless a file is named.</summary>
    public static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TemporaryFolder>();
        builder.Services.AddPooledDbContextFactory<NetworkContext>((services, options) =>
        {
            var store = services.GetRequiredService<Settings>().Store;
            options.UseSqliteStore(store.File ?? Path.Combine(services.GetRequiredService<TemporaryFolder>().Path, "network.db"), store.BusySeconds);
        });
        builder.Services.AddSingleton<Revisions>();
    }

    public static async Task OpenStoreAsync(this WebApplication app, CancellationToken cancellation) =>
        await app.Services.GetRequiredService<IDbContextFactory<NetworkContext>>().MigrateAsync(cancellation).ConfigureAwait(false);
}

/// <summary>A folder of this run's own, readable by this user only.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("inboxnetworker-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner may still hold the file; the system empties its temporary folder.
        }
    }
}
