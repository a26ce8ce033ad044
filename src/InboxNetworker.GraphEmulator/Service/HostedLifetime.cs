namespace InboxNetworker.GraphEmulator.Service;

/// <summary>The emulator lives as long as whoever started it wants; it takes no Ctrl+C away from that program.</summary>
internal sealed class HostedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
