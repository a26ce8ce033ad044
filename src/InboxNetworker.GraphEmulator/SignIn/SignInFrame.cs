namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>What every answer of the sign-in service has in common.</summary>
internal static class SignInFrame
{
    public static Task Serve(HttpContext http, RequestDelegate next)
    {
        http.TraceIdentifier = Guid.NewGuid().ToString();
        http.RequestServices.GetRequiredService<SignInLog>().Watch(http);
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store, no-cache";
        headers.Pragma = "no-cache";
        headers["x-ms-request-id"] = http.TraceIdentifier;
        var given = http.Request.Headers["client-request-id"];
        if (given.Count > 0 && http.Request.Headers["return-client-request-id"] == "true")
        {
            headers["client-request-id"] = given;
        }

        // Pages in a browser read these answers from wherever they come.
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "GET, OPTIONS, POST";
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            headers.AccessControlAllowHeaders = http.Request.Headers.AccessControlRequestHeaders;
        }

        return next(http);
    }
}
