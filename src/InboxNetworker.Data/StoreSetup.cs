using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data;

public static class StoreSetup
{
    /// <summary>Brings the store to the newest shape.</summary>
    public static async Task MigrateAsync(this IDbContextFactory<NetworkContext> contexts, CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            await db.Database.MigrateAsync(cancellation).ConfigureAwait(false);
        }
    }
}
