namespace InboxNetworker.Api.Hosting;

/// <summary>The addresses the service has to reach; nothing else is served to anybody but this computer.</summary>
internal static class PublicPaths
{
    public const string Notifications = "/api/notifications", Lifecycle = "/api/notifications/lifecycle";

    /// <summary>What follows is signed, or a secret.</summary>
    public const string Links = "/api/alerts/links/", Feeds = "/api/alerts/calendar/";

    /// <summary>Asked for under the public name that the settings give, at one of these addresses.</summary>
    public static bool Allows(HttpRequest request, Settings settings) =>
        settings.Notifications.PublicUrl is { } url
        && request.Host.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase)
        && request.Path.Value is { } path
        && (HttpMethods.IsPost(request.Method) ? path is Notifications or Lifecycle || path.StartsWith(Links, StringComparison.Ordinal)
            : HttpMethods.IsGet(request.Method) && (path.StartsWith(Links, StringComparison.Ordinal) || path.StartsWith(Feeds, StringComparison.Ordinal)));
}
