using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Hosting;

/// <summary>
/// How long an address and the headers of a request may be; what is longer is refused with a word about it. The server's own limits stand
/// at twice as much: what is beyond those is refused without one.
/// </summary>
internal static class RequestLimits
{
    /// <summary>The service's validation of a notification address is the longest there is: 2048 characters, and three times as many when they are escaped.</summary>
    public const int MaxTarget = 8 * 1024;

    public const int MaxPath = 2 * 1024, MaxParameters = 32, MaxHeaders = 64;

    /// <summary>Names and values together. A token of somebody in many groups takes some 4 KB.</summary>
    public const int MaxHeaderCharacters = 24 * 1024;

    public static void AddRequestLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestLineSize = 2 * MaxTarget;
        server.Limits.MaxRequestHeaderCount = 2 * MaxHeaders;
        server.Limits.MaxRequestHeadersTotalSize = 2 * MaxHeaderCharacters;
        server.Limits.MaxRequestBodySize = 8 * BodyLimit.MaxBytes; // heard to the end, and refused with a word
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    });

    public static void UseRequestLimits(this WebApplication app) =>
        app.Use((http, next) => Refuse(http) is { } problem ? problem.ExecuteAsync(http) : next(http));

    private static ProblemHttpResult? Refuse(HttpContext http)
    {
        var request = http.Request;
        if (http.Features.Get<IHttpRequestFeature>()?.RawTarget.Length > MaxTarget || request.Path.Value?.Length > MaxPath)
        {
            return Problem("The address is too long", $"It takes at most {MaxTarget} characters, and {MaxPath} before the question mark.", StatusCodes.Status414UriTooLong);
        }

        if (request.QueryString.Value is { } query && query.AsSpan().Count('&') + 1 > MaxParameters)
        {
            return Problem("There are too many parameters", $"An address takes at most {MaxParameters}.", StatusCodes.Status400BadRequest);
        }

        return request.Headers.Count > MaxHeaders || request.Headers.Sum(h => h.Key.Length + h.Value.Sum(v => v?.Length ?? 0)) > MaxHeaderCharacters
            ? Problem("The headers are too long", $"A request takes at most {MaxHeaders} headers with {MaxHeaderCharacters} characters; clear this site's cookies if a browser sent them.", StatusCodes.Status431RequestHeaderFieldsTooLarge)
            : null;
    }

    private static ProblemHttpResult Problem(string title, string detail, int status) => TypedResults.Problem(title: title, detail: detail, statusCode: status);
}
