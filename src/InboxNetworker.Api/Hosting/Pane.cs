using Microsoft.Extensions.FileProviders;

namespace InboxNetworker.Api.Hosting;

/// <summary>The pane's pages and scripts, built by npm and copied beside the program.</summary>
internal static class Pane
{
    public static void UsePane(this WebApplication app)
    {
        var files = new PhysicalFileProvider(app.Environment.WebRootPath);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, DefaultFileNames = ["preview.html"] });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context =>
            {
                // Scripts and styles carry a hash in their name; pages name them and must be fresh.
                var isPage = context.File.Name.EndsWith(".html", StringComparison.Ordinal);
                context.Context.Response.Headers.CacheControl = isPage ? "no-cache" : "public, max-age=31536000, immutable";
                context.Context.Response.Headers.XContentTypeOptions = "nosniff";
            },
        });
    }
}
