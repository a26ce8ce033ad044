using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Service;
using Microsoft.AspNetCore.Http.Features;

namespace InboxNetworker.GraphEmulator.Batch;

/// <summary>Sends a step through the same doors as a request of its own.</summary>
internal sealed class InnerRequests
{
    private RequestDelegate? _entry;

    /// <summary>Where the pipeline begins; known once the server runs.</summary>
    public RequestDelegate Entry => _entry!;

    /// <summary>Where steps come in, when the pipeline is not the first to see a request.</summary>
    public RequestDelegate? Door { get; set; }

    /// <summary>Notes where the pipeline begins.</summary>
    public RequestDelegate From(RequestDelegate entry) => _entry = entry;

    /// <param name="refusal">The answer, when it is known before the step is tried.</param>
    public async Task<BatchAnswer> SendAsync(HttpContext outer, BatchStep step, GraphError? refusal)
    {
        await using var scope = outer.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = outer.RequestAborted };
        http.Features.Set(new FirstByte(isInBatch: true));
        http.Response.Body = body;
        refusal ??= Address(outer, http.Request, step.Url);
        http.Request.Method = step.Method;
        WriteBody(http.Request, step.Body);
        foreach (var (name, value) in step.Headers ?? [])
        {
            http.Request.Headers[name] = value?.ToString();
        }

        http.Request.Headers.Authorization = outer.Request.Headers.Authorization;
        await (refusal is null ? (Door ?? Entry)(http) : RequestFrame.Identify(http, refusal.ExecuteAsync));
        await http.Response.CompleteAsync();
        return new BatchAnswer(step.Id, http.Response.StatusCode, http.Response.Headers, body.ToArray());
    }

    private static GraphError? Address(HttpContext outer, HttpRequest request, string url)
    {
        var target = "/v1.0/" + url.TrimStart('/');
        var question = target.IndexOf('?', StringComparison.Ordinal);
        (request.Scheme, request.Host) = (outer.Request.Scheme, outer.Request.Host);
        request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        if (url.Contains("://", StringComparison.Ordinal))
        {
            return GraphError.BadRequest($"The url '{url}' is not relative to the service root.");
        }

        request.Path = PathString.FromUriComponent(question < 0 ? target : target[..question]);
        request.QueryString = question < 0 ? QueryString.Empty : new QueryString(target[question..]);
        return request.Path.StartsWithSegments("/v1.0/$batch") ? GraphError.BadRequest("A batch cannot stand inside a batch.") : null;
    }

    private static void WriteBody(HttpRequest request, JsonNode? body)
    {
        if (body is null)
        {
            return;
        }

        // What is no JSON travels as a text of base64.
        var bytes = body is JsonValue value && value.TryGetValue<string>(out var text) && Base64(text) is { } decoded ? decoded : Encoding.UTF8.GetBytes(body.ToJsonString());
        request.Body = new MemoryStream(bytes);
        request.ContentLength = bytes.Length;
        request.ContentType = MediaTypeNames.Application.Json;
    }

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
