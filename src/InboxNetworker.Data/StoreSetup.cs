using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data;

public static class StoreSetup
{
    /// <summary>Brings the store to the newest shape.</summary>
    public static Task MigrateAsync(this IDbContextFactory<NetworkContext> contexts, CancellationToken cancellation) =>
        contexts.UseAsync(db => db.Database.MigrateAsync(cancellation), cancellation);

    /// <summary>One piece of work with a context of its own.</summary>
    public static async Task<T> UseAsync<T>(this IDbContextFactory<NetworkContext> contexts, Func<NetworkContext, Task<T>> work, CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            return await work(db).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="UseAsync{T}"/>
    public static async Task UseAsync(this IDbContextFactory<NetworkContext> contexts, Func<NetworkContext, Task> work, CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            await work(db).ConfigureAwait(false);
        }
    }
}
