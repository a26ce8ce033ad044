using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;

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
        else if (request.GetRequestOption<ResponseHandlerOption>() is null)
        {
            await MakeReadableAsync(answer, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    /// <remarks>For the SDK's models, which are small and held whole anyway; pages of messages are looked at where one cannot be read.</remarks>
    private static async Task MakeReadableAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            if (ReadableText.Of(await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false)) is { } readable)
            {
                var content = new ByteArrayContent(readable);
                content.Headers.ContentType = answer.Content.Headers.ContentType;
                answer.Content.Dispose();
                answer.Content = content;
            }
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
