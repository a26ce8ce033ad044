using System.Collections.Concurrent;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace InboxNetworker.Browser.Tests;

/// <summary>The system's Chromium, started once. CHROMIUM names another one.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly ConcurrentDictionary<IBrowserContext, ConcurrentQueue<string>> _elsewhere = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(15_000);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args = Quiet,
        });
    }

    /// <summary>What a page asked of other origins; it got no answer.</summary>
    public IReadOnlyCollection<string> AskedElsewhere(IPage page) => _elsewhere[page.Context];

    /// <summary>A fresh page that reaches nothing but the program; see <see cref="AskedElsewhere"/>.</summary>
    /// <param name="welcomed">The first screen has been seen before.</param>
    public async Task<IPage> OpenAsync(
        Uri address, int width, int height, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB", ForcedColors forced = ForcedColors.None, bool welcomed = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = locale,
            ForcedColors = forced,
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var elsewhere = _elsewhere[context] = new ConcurrentQueue<string>();
        await context.RouteAsync(url => new Uri(url).Authority != address.Authority, route =>
        {
            elsewhere.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });

        if (welcomed)
        {
            await context.AddInitScriptAsync("try { localStorage.setItem('inboxnetworker.welcomed', '1'); } catch { }");
        }

        // The pages' clock is the program's, so that both speak of the same «5 months ago».
        await context.Clock.SetFixedTimeAsync(RunningApi.Now.UtcDateTime);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
