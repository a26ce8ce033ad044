using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Hosting;

internal static class StoreSetup
{
    /// <summary>Where no file is named, the demo's is in a temporary folder that goes when the program does, and a person's own in their data folder.</summary>
    public static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TemporaryFolder>();
        builder.Services.AddSingleton<OwnFolder>();
        builder.Services.AddPooledDbContextFactory<NetworkContext>((services, options) =>
        {
            var settings = services.GetRequiredService<Settings>();
            options.UseSqliteStore(settings.Store.File ?? Path.Combine(DefaultFolder(services, settings.Mode), "network.db"), settings.Store.BusySeconds);
        });
        builder.Services.AddSingleton<Revisions>();
    }

    private static string DefaultFolder(IServiceProvider services, Mode mode)
    {
        if (mode == Mode.Demo)
        {
            return services.GetRequiredService<TemporaryFolder>().Path;
        }

        var own = services.GetRequiredService<OwnFolder>().Path;
        OwnFolder.Make(own);
        return own;
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
