using System.Text.RegularExpressions;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Permissions;
using Microsoft.AspNetCore.Http.Features;

namespace InboxNetworker.GraphEmulator.Service;

/// <summary>What every request goes through before a route is looked for: ids, the record, the token, OData's ways of writing a path.</summary>
internal static partial class RequestFrame
{
    public static async Task Identify(HttpContext http, RequestDelegate next)
    {
        var requestId = Guid.NewGuid().ToString();
        var clientId = http.Request.Headers[GraphHeaders.ClientRequestId].ToString();
        http.TraceIdentifier = requestId;
        http.Response.Headers[GraphHeaders.RequestId] = requestId;
        http.Response.Headers[GraphHeaders.ClientRequestId] = Guid.TryParse(clientId, out var given) ? given.ToString() : requestId;
        var first = http.Features.Get<FirstByte>() ?? new FirstByte(isInBatch: false);
        http.Features.Set(first);
        http.Response.OnStarting(() =>
        {
            first.GoesOut();
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
        }
        finally
        {
            first.GoesOut();
        }
    }

    public static Task Record(HttpContext http, RequestDelegate next, RequestLog log)
    {
        var request = http.Request;
        var method = request.Method;
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var prefer = request.Headers[GraphHeaders.Prefer];
        var first = FirstByte.Of(http);
        first.Before(() => log.Add(new ReceivedRequest(method, target, prefer.Count == 0 ? null : prefer.ToString(), http.Response.StatusCode, first.Fault)));
        return next(http);
    }

    /// <summary>A mistake of the emulator is answered as the service answers its own.</summary>
    public static async Task AnswerFailures(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.RequestServices.GetService<ILogger<GraphEmulatorHost>>()?.RequestFailed(http.TraceIdentifier, failure);
            var (requestId, clientId) = (http.Response.Headers[GraphHeaders.RequestId], http.Response.Headers[GraphHeaders.ClientRequestId]);
            http.Response.Clear();
            http.Response.Headers[GraphHeaders.RequestId] = requestId;
            http.Response.Headers[GraphHeaders.ClientRequestId] = clientId;
            await new GraphError(500, "InternalServerError", "An unexpected error occurred.").ExecuteAsync(http);
        }
    }

    /// <summary>A browser led here by a foreign name must not read the mailbox.</summary>
    public static Task RefuseForeignHosts(HttpContext http, RequestDelegate next) =>
        Uri.TryCreate($"http://{http.Request.Host.Value}/", UriKind.Absolute, out var host) && host.IsLoopback
            ? next(http)
            : GraphError.BadRequest($"Invalid hostname '{http.Request.Host.Value}': the emulator answers on loopback names only.").ExecuteAsync(http);

    public static async Task RequireToken(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/emulator"))
        {
            // A page of some site in a browser on this computer must not change the mailbox; nothing else sends an Origin here.
            await (http.Request.Headers.Origin.Count == 0 ? next(http) : GraphError.BadRequest("The emulator's own routes are not for web pages.").ExecuteAsync(http));
            return;
        }

        var authorization = http.Request.Headers.Authorization.ToString();
        var token = authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization["Bearer ".Length..].Trim() : "";
        var (time, opaque) = (http.RequestServices.GetRequiredService<TimeProvider>(), http.RequestServices.GetRequiredService<OpaqueGrant>());
        if (token.Length > 0 && TokenReader.TryRead(token, opaque.Current, time.GetUtcNow(), out var grant))
        {
            http.Features.Set(grant);
            await next(http);
            return;
        }

        AccessToken.Challenge(http);
        await (token.Length == 0 ? AccessToken.Empty : AccessToken.Expired).ExecuteAsync(http);
    }

    /// <summary>Makes <c>/mailFolders('id')/messages/microsoft.graph.delta()</c> into <c>/mailFolders/id/messages/delta</c>.</summary>
    public static Task FlattenPath(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.Contains('(', StringComparison.Ordinal))
        {
            http.Request.Path = Flatten(path);
        }

        return next(http);
    }

    public static string Flatten(string path) =>
        Function().Replace(Key().Replace(path, m => "/" + m.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)), "/$1");

    [GeneratedRegex(@"\('((?:[^']|'')*)'\)")]
    private static partial Regex Key();

    [GeneratedRegex(@"/(?:microsoft\.graph\.)?(\w+)\(\)")]
    private static partial Regex Function();
}
