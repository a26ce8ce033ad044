namespace InboxNetworker.Api.Hosting;

/// <summary>The addresses the service has to reach; nothing else is served to anybody but this computer.</summary>
internal static class PublicPaths
{
    public const string Notifications = "/api/notifications", Lifecycle = "/api/notifications/lifecycle";

    /// <summary>Asked for under the public name that the settings give, at one of the two addresses.</summary>
    public static bool Allows(HttpRequest request, Settings settings) =>
        settings.Notifications.PublicUrl is { } url
        && request.Host.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase)
        && HttpMethods.IsPost(request.Method)
        && request.Path.Value is Notifications or Lifecycle;
}
