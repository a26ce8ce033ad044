using InboxNetworker.Api.Tests.Hosting;
using Microsoft.Playwright;

namespace InboxNetworker.Browser.Tests;

/// <summary>
/// Pictures of every view, in INBOXNETWORKER_TEST_OUTPUT (else TestResults in the repository).
/// With INBOXNETWORKER_WRITE_DOCS=true those the documents show are written there too.
/// </summary>
internal static class Screenshots
{
    private static readonly string Output = Environment.GetEnvironmentVariable("INBOXNETWORKER_TEST_OUTPUT") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Repository.Root, "TestResults");

    /// <summary>A figure beside the pictures.</summary>
    public static async Task NoteAsync(string name, string text)
    {
        Directory.CreateDirectory(Output);
        await File.WriteAllTextAsync(Path.Combine(Output, name), text + "\n", TestContext.Current.CancellationToken);
    }

    public static async Task SaveAsync(IPage page, string name, bool forDocs = false)
    {
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Output, "screenshots", name + ".png"), Animations = ScreenshotAnimations.Disabled });
        if (forDocs && Environment.GetEnvironmentVariable("INBOXNETWORKER_WRITE_DOCS") == "true")
        {
            var path = Path.Combine(Repository.Root, "docs", "images", name + ".png");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, picture, TestContext.Current.CancellationToken);
        }
    }
}
