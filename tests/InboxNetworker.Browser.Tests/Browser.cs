using System.Collections.Concurrent;
using System.Reflection;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: ClosePages]

namespace InboxNetworker.Browser.Tests;

/// <summary>The system's Chromium, started once. CHROMIUM names another one.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>By the test that opened it: a page left open goes on asking, drawing and slowing the next ones.</summary>
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<IBrowserContext>> Open = new();

    private static readonly ConcurrentQueue<Task> Closing = new();

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
    /// <param name="signIn">A sign-in service that it reaches besides.</param>
    /// <param name="now">What the page takes for the time; <see cref="RunningApi.Now"/> unless told.</param>
    /// <param name="welcomed">The first screen has been seen before.</param>
    public async Task<IPage> OpenAsync(
        Uri address, int width, int height, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB", ForcedColors forced = ForcedColors.None, bool welcomed = true, Uri? signIn = null, DateTimeOffset? now = null)
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
            IgnoreHTTPSErrors = signIn is not null, // its certificate is its own
        });
        Open.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => new()).Enqueue(context);
        context.SetDefaultTimeout(15_000);
        var elsewhere = _elsewhere[context] = new ConcurrentQueue<string>();
        await context.RouteAsync(url => new Uri(url).Authority != address.Authority && new Uri(url).Authority != signIn?.Authority, route =>
        {
            elsewhere.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });

        if (welcomed)
        {
            await context.AddInitScriptAsync("try { localStorage.setItem('inboxnetworker.welcomed', '1'); } catch { }");
        }

        // The pages' clock is the program's, so that both speak of the same «5 months ago».
        await context.Clock.SetFixedTimeAsync((now ?? RunningApi.Now).UtcDateTime);
        return await context.NewPageAsync();
    }

    /// <summary>Begins to close what a test opened; nothing waits for it before the end.</summary>
    internal static void Close(string test)
    {
        if (Open.TryRemove(test, out var contexts))
        {
            foreach (var context in contexts)
            {
                Closing.Enqueue(context.CloseAsync());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Closing);
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>Closes what a test opened.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosePagesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Browser.Close(test.UniqueID);
}
