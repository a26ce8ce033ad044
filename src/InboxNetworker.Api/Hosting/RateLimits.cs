using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace InboxNetworker.Api.Hosting;

/// <summary>
/// How often may be asked in a minute: by somebody who is signed in, from wherever; by everybody else, from one address. Colleagues share
/// an address, so that of those who are signed in the address does not count.
/// </summary>
internal static class RateLimits
{
    /// <summary>Of a sign-in: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference; the second is what the framework calls it.</summary>
    private static readonly string[] ObjectId = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (context, _) => new ValueTask(RefuseAsync(context));
        });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<Settings>((limits, settings) => limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, settings.Limits.RequestsPerMinute)));
    }

    public static void UseRateLimits(this WebApplication app) => app.UseRateLimiter();

    private static RateLimitPartition<string> PartitionOf(HttpContext http, int perMinute) => perMinute == 0 || !http.Request.Path.StartsWithSegments("/api")
        ? RateLimitPartition.GetNoLimiter(string.Empty)
        : RateLimitPartition.GetFixedWindowLimiter(Caller(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });

    private static string Caller(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } && ObjectId.Select(http.User.FindFirst).FirstOrDefault(c => c is not null)?.Value is { } user
            ? "user " + user
            : "address " + http.Connection.RemoteIpAddress;

    private static Task RefuseAsync(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(
            title: "Too many requests at once",
            detail: $"Wait {seconds} seconds, then try again.",
            statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context.HttpContext);
    }
}

public sealed class LimitSettings
{
    public const int MinRequestsPerMinute = 0, MaxRequestsPerMinute = 100_000;

    /// <summary>By one person, or from one address; 0 for as many as there are.</summary>
    public int RequestsPerMinute { get; set; } = 1200;
}
