using System.Net;

namespace InboxNetworker.Graph;

/// <summary>
/// Lets requests through to the service alone. An answer names where to go on, in its links and in redirects; one that leads elsewhere, or
/// to another port or scheme of the same name, is refused here, before anything is sent.
/// </summary>
internal sealed class OneHost(Uri service) : DelegatingHandler
{
    private readonly string _allowed = service.GetLeftPart(UriPartial.Authority);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { } asked && string.Equals(asked.GetLeftPart(UriPartial.Authority), _allowed, StringComparison.OrdinalIgnoreCase)
            ? base.SendAsync(request, cancellationToken)
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.MisdirectedRequest) { RequestMessage = request, Content = new ByteArrayContent([]) });
}
