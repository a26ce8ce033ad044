using System.Net;
using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;

namespace InboxNetworker.Api.Hosting;

/// <summary>Where background work runs: one silo in this process, that no other process can join.</summary>
internal static class Cluster
{
    /// <summary>Part of the silo's name. Nothing listens there.</summary>
    private const int NominalPort = 11111;

    /// <summary>Room for where grains are; a silo alone knows that anyway, and the room made by default, for a million, takes some 20 MB.</summary>
    private const int GrainsRemembered = 1_000;

    public static void AddCluster(this WebApplicationBuilder builder) => builder.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering(siloPort: NominalPort, gatewayPort: 0, serviceId: "inboxnetworker", clusterId: Guid.NewGuid().ToString("N"));
        silo.UseInMemoryReminderService();
        silo.Configure<GrainDirectoryOptions>(directory => directory.CacheSize = GrainsRemembered);
        foreach (var listening in silo.Services.Where(s => s is { IsKeyedService: true } && s.ServiceType == typeof(IConnectionListenerFactory)).ToList())
        {
            silo.Services.Remove(listening);
            silo.Services.Add(ServiceDescriptor.KeyedSingleton<IConnectionListenerFactory>(listening.ServiceKey, (_, _) => new DeafListener()));
        }
    });

    /// <summary>
    /// Takes no connection: a silo alone needs none, and a port that is opened can be taken by another program first, or be knocked at.
    /// </summary>
    private sealed class DeafListener : IConnectionListenerFactory, IConnectionListener
    {
        private readonly TaskCompletionSource<ConnectionContext?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndPoint EndPoint { get; private set; } = new IPEndPoint(IPAddress.Loopback, NominalPort);

        public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            EndPoint = endpoint;
            return new(this);
        }

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => new(_closed.Task.WaitAsync(cancellationToken));

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => DisposeAsync();

        public ValueTask DisposeAsync()
        {
            _closed.TrySetResult(null);
            return ValueTask.CompletedTask;
        }
    }
}
