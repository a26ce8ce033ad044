using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace InboxNetworker.Api.Hosting;

/// <summary>
/// Where nobody signs in, a request has to come from a page that this start of the program served: the pages carry a secret, and every
/// request sends it back in a header, which no other site's page can. Never in an address: addresses are kept and passed on.
/// </summary>
internal sealed class StartSecret
{
    public const string Header = "X-InboxNetworker-Start";

    private const int Bytes = 32;

    /// <summary>Opened without the page: by a mail program, a calendar and the service. What follows is signed, or a secret.</summary>
    private static readonly string[] Open = [PublicPaths.Notifications, PublicPaths.Lifecycle, PublicPaths.Links + "{token}", PublicPaths.Feeds + "{secret}.ics"];

    private readonly byte[] _expected;

    public StartSecret()
    {
        Value = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        _expected = Encoding.ASCII.GetBytes(Value);
    }

    public string Value { get; }

    /// <summary>In every mode but the one where people sign in.</summary>
    public static bool Applies(Settings settings) => settings.Mode.IsLocal();

    public bool Lets(HttpContext http) => !IsAsked(http) || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers[Header].ToString()), _expected);

    /// <summary>By the route that will answer, however its path was spelt; by the path where none will.</summary>
    private static bool IsAsked(HttpContext http) => http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
        ? route.StartsWith("/api", StringComparison.OrdinalIgnoreCase) && !Open.Contains(route)
        : http.Request.Path.StartsWithSegments("/api");
}

internal static class StartSecretSetup
{
    public static void AddStartSecret(this WebApplicationBuilder builder) => builder.Services.AddSingleton<StartSecret>();

    public static void UseStartSecret(this WebApplication app)
    {
        if (!StartSecret.Applies(app.Services.GetRequiredService<Settings>()))
        {
            return;
        }

        var secret = app.Services.GetRequiredService<StartSecret>();
        app.Use((http, next) => secret.Lets(http) ? next(http) : Refused().ExecuteAsync(http));
        app.UseStartPages(secret);
    }

    private static ProblemHttpResult Refused() => TypedResults.Problem(
        title: "This page is from an earlier start of the program",
        detail: $"Reload this page. A program that is no page sends the header {StartSecret.Header} with the value that stands in the page's head.",
        statusCode: StatusCodes.Status401Unauthorized);
}
