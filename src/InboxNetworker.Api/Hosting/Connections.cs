using Azure.Core;
using InboxNetworker.Graph;

namespace InboxNetworker.Api.Hosting;

/// <summary>Each mailbox's own way to Microsoft 365.</summary>
internal static class Connections
{
    public static void AddGraphMailbox(this WebApplicationBuilder builder)
    {
        builder.Services.AddForMailbox(services =>
        {
            var connection = Connect(services);
            var board = services.GetRequiredService<Mailboxes.SyncBoard>();
            connection.Waiting = until => board.Change(s => s with { WaitingUntil = until });
            return connection;
        });
        builder.Services.AddForMailbox<GraphMailbox>();
        builder.Services.AddForMailbox<GraphPreview>();
        builder.Services.AddForMailbox<GraphSubscriptions>();
    }

    private static GraphConnection Connect(IServiceProvider services)
    {
        var (settings, time) = (services.GetRequiredService<Settings>(), services.GetRequiredService<TimeProvider>());
        return settings switch
        {
            { Mode: Mode.Demo } => GraphConnection.ToEmulator(services.GetRequiredService<DemoMailbox>().Service, time),
            { SignIn.Access: GraphAccess.Application, Mode: Mode.Organisation } =>
                new GraphConnection(settings.Graph.Address, services.GetRequiredService<TokenCredential>(), time, services.GetRequiredService<CurrentMailbox>().Key),
            _ => new GraphConnection(settings.Graph.Address, services.GetRequiredService<TokenCredential>(), time),
        };
    }
}
