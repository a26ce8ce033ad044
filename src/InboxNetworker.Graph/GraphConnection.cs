using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;

namespace InboxNetworker.Graph;

/// <summary>How the service is reached, and as whom.</summary>
public sealed class GraphConnection
{
    /// <summary>Whatever the app registration has been granted.</summary>
    private const string DefaultScope = "https://graph.microsoft.com/.default";

    /// <param name="service">As in <c>https://graph.microsoft.com/v1.0</c>. Plain http works on loopback only.</param>
    /// <remarks>
    /// The SDK's own constructor sends no token to a host outside Microsoft's list, silently; so the one host is allowed by name.
    /// </remarks>
    public GraphConnection(Uri service, TokenCredential credential) =>
        Client = new GraphServiceClient(
            new AzureIdentityAuthenticationProvider(credential, [service.Host], null, true, DefaultScope),
            service.ToString().TrimEnd('/'));

    internal GraphServiceClient Client { get; }

    /// <summary>To an emulator, which takes any token.</summary>
    public static GraphConnection ToEmulator(Uri service, TimeProvider time) => new(service, new EmulatorCredential(time));
}
