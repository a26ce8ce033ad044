namespace InboxNetworker.Api.Hosting;

/// <summary>Another origin that the pages may ask and frame, as the authority people sign in at; each is registered by itself.</summary>
/// <param name="Origin">As <c>https://login.microsoftonline.com</c>.</param>
internal sealed record TrustedOrigin(string Origin);

/// <summary>
/// What a browser is told to hold the pages and the answers to. There is no X-Frame-Options, which knows one origin only and would keep the
/// pane out of Outlook; <c>frame-ancestors</c> says the same for a list.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>The store demands that office.js comes from there, and it loads the rest of itself from there.</summary>
    private const string OfficeScripts = "https://appsforoffice.microsoft.com";

    /// <summary>Where Outlook on the web and the new Outlook run, in the public cloud and in the national ones: https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges.</summary>
    private const string Outlook =
        "https://outlook.office.com https://outlook.office365.com https://outlook.cloud.microsoft https://outlook.live.com https://*.office.com https://*.office365.com "
        + "https://outlook.office365.us https://outlook-dod.office365.us https://partner.outlook.cn";

    /// <summary>No answer is a page; shown as one it could do nothing.</summary>
    private const string Data = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Scalar begins with a script in its page, which names the description and nothing that anybody sent.</summary>
    private const string Reference =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string NoPowers =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        + "picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        var page = Page([.. app.Services.GetServices<TrustedOrigin>().Select(t => t.Origin)]);
        app.Use((http, next) =>
        {
            // Only when the answer begins: an error's page takes the headers away that were set before.
            http.Response.OnStarting(() =>
            {
                Set(http, page, settings);
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    /// <summary>Of the pane and the preview. Styles of Fluent's elements are constructed ones, which need no 'unsafe-inline'; photos are shown from memory.</summary>
    private static string Page(IReadOnlyList<string> trusted)
    {
        var others = string.Concat(trusted.Select(origin => " " + origin));
        return $"default-src 'none'; script-src 'self' {OfficeScripts}; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'{others}; frame-src 'self'{others}; "
            + $"object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' {Outlook}";
    }

    private static void Set(HttpContext http, string page, Settings settings)
    {
        var headers = http.Response.Headers;
        var path = http.Request.Path;
        var isPage = StartPages.FileOf(path) is not null;
        var isApi = path.StartsWithSegments("/api");
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = isPage ? page : path.StartsWithSegments("/scalar") ? Reference : Data;
        }

        if (isApi && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = NoPowers;

        // Outlook shows the icons on its own pages.
        headers["Cross-Origin-Resource-Policy"] = path.StartsWithSegments("/assets/icons") ? "cross-origin" : "same-origin";
        if (!isPage)
        {
            // Not for the pages: a window for signing in has to find its way back to the one that opened it.
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }

        // Behind a proxy the request itself came without.
        if ((http.Request.IsHttps || settings.Notifications.PublicUrl?.Scheme == Uri.UriSchemeHttps) && !LoopbackOnly.IsLoopback(http.Request.Host.Host))
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
