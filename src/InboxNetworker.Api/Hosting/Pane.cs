using Microsoft.Extensions.FileProviders;

namespace InboxNetworker.Api.Hosting;

/// <summary>The pane's pages and scripts, built by npm and copied beside the program.</summary>
internal static class Pane
{
    public static void UsePane(this WebApplication app)
    {
        var files = new PhysicalFileProvider(app.Environment.WebRootPath);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, DefaultFileNames = [StartPages.First(app.Services.GetRequiredService<Settings>())] });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context =>
            {
                // Scripts and styles carry a hash in their name; the pages that name them must be fresh, icons may be a day old.
                context.Context.Response.Headers.CacheControl = Path.GetExtension(context.File.Name) switch
                {
                    ".js" or ".css" => "public, max-age=31536000, immutable",
                    ".png" => "public, max-age=86400",
                    _ => "no-cache",
                };
            },
        });
    }
}
