namespace InboxNetworker.Api.Hosting;

/// <summary>The pages, with the secret of this start in their head; kept by nobody.</summary>
internal static class StartPages
{
    public const string Meta = "inboxnetworker-start";

    private const string Head = "<head>";

    /// <summary>Where a sign-in window ends. It asks nothing of the Api, and must not: what it was given is for the window that opened it.</summary>
    private const string SignedIn = "signed-in.html";

    private const string Preview = "preview.html", TaskPane = "taskpane.html";

    /// <summary>What stands at the root: the preview of the demo, which shows a mailbox around the pane, else the pane alone.</summary>
    public static string First(Settings settings) => settings.Mode == Mode.Demo ? Preview : TaskPane;

    /// <returns>The file behind a page's address; null for everything that is no page.</returns>
    public static string? FileOf(PathString path) => path.Value?.ToUpperInvariant() switch
    {
        "/" or "/PREVIEW.HTML" => Preview,
        "/TASKPANE.HTML" => TaskPane,
        "/SIGNED-IN.HTML" => SignedIn,
        _ => null,
    };

    public static void UseStartPages(this WebApplication app, StartSecret secret) => app.Use(async (http, next) =>
    {
        if (FileOf(http.Request.Path) is not { } file || file == SignedIn || !HttpMethods.IsGet(http.Request.Method))
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        var served = file == Preview ? First(app.Services.GetRequiredService<Settings>()) : file;
        var page = await File.ReadAllTextAsync(Path.Combine(app.Environment.WebRootPath, served), http.RequestAborted).ConfigureAwait(false);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(page.Replace(Head, $"""{Head}<meta name="{Meta}" content="{secret.Value}" />""", StringComparison.Ordinal), http.RequestAborted).ConfigureAwait(false);
    });
}
