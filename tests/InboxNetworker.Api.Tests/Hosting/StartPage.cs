using System.Text.RegularExpressions;

namespace InboxNetworker.Api.Tests.Hosting;

/// <summary>What a program that runs by itself gives to whoever opens its page.</summary>
internal static partial class StartPage
{
    /// <summary>From now on the client sends the secret of this start, as the pane does.</summary>
    public static async Task OpenAsync(HttpClient client, CancellationToken cancellation) => client.DefaultRequestHeaders.Add("X-InboxNetworker-Start", await SecretAsync(client, "/", cancellation));

    /// <param name="page">As <c>/taskpane.html</c>.</param>
    public static async Task<string> SecretAsync(HttpClient client, string page, CancellationToken cancellation) =>
        Meta().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative), cancellation)) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException("The page carries no secret.");

    [GeneratedRegex("""<meta name="inboxnetworker-start" content="([^"]+)" />""")]
    private static partial Regex Meta();
}
