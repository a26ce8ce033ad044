using System.Net.Mime;
using System.Text;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>Makes sure that who is to be told wants to be: the address has to give back a token.</summary>
internal static class Handshake
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Null when the address answered as it has to.</summary>
    public static async Task<GraphError?> FailureAsync(HttpClient http, TimeProvider time, Uri url, CancellationToken cancellationToken)
    {
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()}";
        var address = $"{url.OriginalString}{(url.Query.Length > 0 ? "&" : "?")}validationToken={Uri.EscapeDataString(token)}";
        using var late = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var content = new StringContent("", Encoding.UTF8, MediaTypeNames.Text.Plain);
            using var answer = await http.PostAsync(new Uri(address), content, end.Token);
            var body = await answer.Content.ReadAsStringAsync(end.Token);
            return answer switch
            {
                { StatusCode: not System.Net.HttpStatusCode.OK } => Failed($"failed. HTTP status code is '{answer.StatusCode}'. Notification endpoint must respond with 200 OK to validation request."),
                _ when answer.Content.Headers.ContentType?.MediaType != MediaTypeNames.Text.Plain => Failed("failed. Response must be of the type text/plain."),
                _ when body != token => Failed("failed. Response must exactly match validationToken query parameter."),
                _ => null,
            };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return Failed("timed out.");
        }
        catch (HttpRequestException)
        {
            return Failed("failed. Notification endpoint must respond with 200 OK to validation request.");
        }
    }

    private static GraphError Failed(string how) => new(400, "ValidationError", $"Subscription validation request {how}");
}
