namespace InboxNetworker.Graph;

/// <summary>The application's own token opens every mailbox that Exchange lets it open; this lets a connection ask for one user's alone.</summary>
/// <param name="user">The object id of the user whose mailbox it is.</param>
internal sealed class OneMailbox(string user) : DelegatingHandler
{
    /// <summary>What the directory says of somebody else: no mailbox is opened with these.</summary>
    private static readonly string[] Directory = ["photo"];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var segments = uri.Segments; // "/", "v1.0/", "me/", …
        var at = Array.FindIndex(segments, s => s.TrimEnd('/') is "me" or "users" || s.StartsWith("users(", StringComparison.Ordinal));
        if (at < 0 || segments[at].TrimEnd('/') != "me")
        {
            if (!IsAllowed(segments, at))
            {
                throw new InvalidOperationException("A request left the mailbox it is for.");
            }
        }
        else
        {
            var path = string.Concat(segments[..at]) + $"users/{user}" + (segments[at].EndsWith('/') ? "/" : string.Empty) + string.Concat(segments[(at + 1)..]);
            request.RequestUri = new Uri($"{uri.GetLeftPart(UriPartial.Authority)}{path}{uri.Query}");
        }

        return base.SendAsync(request, cancellationToken);
    }

    private bool IsAllowed(string[] segments, int at)
    {
        if (at < 0)
        {
            return segments.Length > 2 && segments[2].TrimEnd('/') == "subscriptions";
        }

        var named = Uri.UnescapeDataString(segments[at].TrimEnd('/'));
        if (named != "users")
        {
            return named.Equals($"users('{user}')", StringComparison.OrdinalIgnoreCase); // the service's own links to go on
        }

        return segments.Length > at + 1
            && (Uri.UnescapeDataString(segments[at + 1].TrimEnd('/')).Equals(user, StringComparison.OrdinalIgnoreCase)
                || segments.Length == at + 2
                || Directory.Contains(segments[at + 2].TrimEnd('/'), StringComparer.OrdinalIgnoreCase));
    }
}
