using System.Net;
using System.Net.Sockets;

namespace InboxNetworker.Api.Hosting;

/// <summary>Where background work runs: one silo in this process, that no other process can join.</summary>
internal static class Cluster
{
    public static void AddCluster(this WebApplicationBuilder builder) => builder.UseOrleans(silo => silo
        .UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, serviceId: "inboxnetworker", clusterId: Guid.NewGuid().ToString("N"))
        .UseInMemoryReminderService());

    /// <summary>A silo wants to know its port beforehand. Nobody ever connects to this one.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
