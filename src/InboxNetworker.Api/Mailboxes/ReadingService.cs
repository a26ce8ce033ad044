using InboxNetworker.Api.Hosting;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>Wakes the mailbox's grain when the program starts; a local silo keeps its reminders in memory only.</summary>
internal sealed class ReadingService(IGrainFactory grains) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => grains.Mailbox().StartAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class MailboxGrains
{
    /// <summary>The grain of the demo's one mailbox.</summary>
    public static IMailboxGrain Mailbox(this IGrainFactory grains) => grains.GetGrain<IMailboxGrain>(nameof(Mode.Demo));
}
