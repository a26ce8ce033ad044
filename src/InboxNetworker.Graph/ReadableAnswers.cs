namespace InboxNetworker.Graph;

/// <summary>Brings answers into a form the SDK can take: what it cannot take it would meet with an exception that says neither status nor headers.</summary>
internal sealed class ReadableAnswers : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!string.Equals(answer.Content.Headers.ContentType?.MediaType, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            // A gateway's page. Without a type the SDK throws an error with its status and headers, and takes a success for an empty answer.
            answer.Content.Headers.ContentType = null;
        }

        return answer;
    }
}
