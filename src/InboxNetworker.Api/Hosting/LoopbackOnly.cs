using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Hosting;

/// <summary>
/// In a local mode, only this computer may ask, and only pages of this program: other addresses, other names for this one
/// (DNS rebinding) and other sites' pages are refused.
/// </summary>
internal static class LoopbackOnly
{
    /// <exception cref="StartException">An address that other computers could reach.</exception>
    public static void CheckAddresses(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<Settings>().Mode.IsLocal())
        {
            return;
        }

        foreach (var url in (app.Configuration["urls"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsLoopback(address.Host))
            {
                throw new StartException($"--urls {url}: in the modes Demo and Personal the address must be on this computer, as http://localhost:5080 or http://127.0.0.1:5080.");
            }
        }
    }

    public static void UseLoopbackOnly(this WebApplication app) => app.Use(async (context, next) =>
    {
        var settings = context.RequestServices.GetRequiredService<Settings>();
        var problem = !settings.Mode.IsLocal() ? RefuseForeign(context.Request, settings) : PublicPaths.Allows(context.Request, settings) ? null : Refuse(context.Request, context.Connection.RemoteIpAddress);
        if (problem is null)
        {
            await next(context).ConfigureAwait(false);
        }
        else
        {
            await problem.ExecuteAsync(context).ConfigureAwait(false);
        }
    });

    private static ProblemHttpResult? Refuse(HttpRequest request, IPAddress? caller)
    {
        if (!IsLoopback(request.Host.Host) || (caller is not null && !IPAddress.IsLoopback(caller)))
        {
            return TypedResults.Problem(
                title: "This address is not served",
                detail: "Open the address the program printed when it started, as http://localhost:5080.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        return IsFromOwnPage(request)
            ? null
            : TypedResults.Problem(
                title: "Another site's page cannot ask here",
                detail: "Open the address the program printed when it started.",
                statusCode: StatusCodes.Status403Forbidden);
    }

    /// <summary>An organisation's is asked for under its public name alone; who watches whether it lives asks from the same machine.</summary>
    private static ProblemHttpResult? RefuseForeign(HttpRequest request, Settings settings) =>
        request.Host.Host.Equals(settings.Notifications.PublicUrl!.Host, StringComparison.OrdinalIgnoreCase) || IsLoopback(request.Host.Host)
            ? null
            : TypedResults.Problem(title: "This address is not served", detail: "Ask under the address your administrator gave you.", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>
    /// A browser says of its own accord which site's page asks (https://www.w3.org/TR/fetch-metadata/), for reading too, where it sends no Origin.
    /// Programs that are no browser say neither. Another site may open a page or a link of a mail, as Outlook does, and show an icon.
    /// </summary>
    private static bool IsFromOwnPage(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var opens = HttpMethods.IsGet(request.Method)
            && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && (!request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments(PublicPaths.Links.TrimEnd('/')));
        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none" || opens || request.Path.StartsWithSegments("/assets/icons");
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
