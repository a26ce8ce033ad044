using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace InboxNetworker.Api.Hosting;

/// <summary>Where links in mails and calendars lead: the public name, or this computer.</summary>
internal sealed class OwnAddress(Settings settings, IServer server)
{
    public Uri Base => settings.Notifications.PublicUrl
        ?? new Uri(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080");

    public Uri Of(string path) => new(Base, path);
}
