using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>
/// Wakes the grains of the mailboxes that may be read when the program has started; a local silo keeps its reminders in memory only. Not before it
/// listens: a reading subscribes to changes, and the service asks back at once.
/// </summary>
internal sealed class ReadingService(IGrainFactory grains, IDbContextFactory<NetworkContext> contexts, ReadableMailboxes readable) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var key in await contexts.UseAsync(db => readable(db, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            await grains.Mailbox(key).StartAsync().ConfigureAwait(false);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class MailboxGrains
{
    /// <param name="key">As of <see cref="CurrentMailbox"/>.</param>
    public static IMailboxGrain Mailbox(this IGrainFactory grains, string key) => grains.GetGrain<IMailboxGrain>(key);

    /// <returns>The key of a stored mailbox; null when it is not stored any more.</returns>
    public static async Task<string?> KeyOfAsync(this NetworkContext db, long mailboxId, Settings settings, CancellationToken cancellation) =>
        await db.OwnerIdAsync(mailboxId, cancellation).ConfigureAwait(false) is { } owner ? settings.Mode.IsLocal() ? settings.Mode.ToString() : owner : null;
}
