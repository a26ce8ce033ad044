using System.Collections.Concurrent;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>What the pages are held to by their content security policy, in the browser itself.</summary>
public sealed class PolicyTests(Browser browser)
{
    private const string Listen =
        "window.violations = []; addEventListener('securitypolicyviolation', e => window.violations.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));";

    [Fact]
    public async Task No_view_of_the_preview_or_the_pane_asks_for_anything_its_policy_refuses()
    {
        const string Ana = "ana.fox@here.example";
        await using var mailbox = new ServedMailbox()
            .Exchange(ServedMailbox.Somebody(Ana, "Ana Fox"), weeks: 20, silentDays: 100).Exchange(ServedMailbox.Somebody("ben.holt@there.example", "Ben Holt"), weeks: 9, silentDays: 300)
            .Photographed("Ana Fox", Ana, Pictures.Jpeg);
        await using var api = await mailbox.ReadAsync();
        foreach (var (address, scheme) in ((string, ColorScheme)[])[("/", ColorScheme.Light), ("/taskpane.html", ColorScheme.Dark)])
        {
            var page = await browser.OpenAsync(api.Address, address == "/" ? 1280 : 320, 800, scheme);
            var complaints = Complaints(page);
            await page.AddInitScriptAsync(Listen);
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await WalkAsync(new PreviewPage(page));
            Assert.Empty(await page.EvaluateAsync<string[]>("() => window.violations"));
            Assert.Empty(complaints);
        }
    }

    [Fact]
    public async Task The_description_of_the_Api_is_shown_within_its_own_policy()
    {
        await using var api = await RunningApi.StartAsync();
        var page = await browser.OpenAsync(api.Address, 1280, 800);
        var complaints = Complaints(page);

        await page.GotoAsync("/scalar/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        await Expect(page.GetByText("The mode, how to sign in").First).ToBeAttachedAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_script_that_got_into_the_page_does_not_run()
    {
        await using var api = await RunningApi.StartAsync();
        var page = await browser.OpenAsync(api.Address, 320, 720);
        await page.AddInitScriptAsync(Listen);
        await page.GotoAsync("/taskpane.html", new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        await page.EvaluateAsync(
            """
            () => {
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
              const elsewhere = document.createElement('script');
              elsewhere.src = 'https://evil.example/x.js';
              document.body.append(elsewhere);
              const image = document.createElement('div');
              image.innerHTML = '<img src="/nothing" onerror="window.ran = true"><a href="javascript:window.ran = true" id="trap">x</a><base href="https://evil.example/">';
              document.body.append(image);
              document.getElementById('trap').click();
              fetch('https://evil.example/').catch(() => {});
            }
            """);

        await page.WaitForFunctionAsync("() => new Set(window.violations.map(v => v.split(' ')[0])).size >= 4");
        Assert.True(await page.EvaluateAsync<bool>("() => window.ran === undefined"));
        var refused = await page.EvaluateAsync<string[]>("() => window.violations.map(v => v.split(' ')[0])");
        Assert.Equal(["base-uri", "connect-src", "script-src-attr", "script-src-elem"], refused.Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(browser.AskedElsewhere(page), url => url.Contains("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://outlook.office.com/mail/", true)]
    [InlineData("https://outlook.cloud.microsoft/mail/", true)]
    [InlineData("https://evil.example/", false)]
    [InlineData("https://outlook.office.com.evil.example/", false)]
    public async Task Outlook_frames_the_pane_and_no_other_site_does(string site, bool mayFrame)
    {
        await using var api = await RunningApi.StartAsync();
        var page = await browser.OpenAsync(api.Address, 800, 800);
        await page.RouteAsync(site, route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<iframe src='{new Uri(api.Address, "/taskpane.html")}'></iframe>" }));
        var complaints = Complaints(page);

        // Whether a site may reach this computer is another question, which the browser asks its owner.
        await page.Context.GrantPermissionsAsync(["local-network-access"]);

        await page.GotoAsync(site, new() { WaitUntil = WaitUntilState.Load });

        var frame = page.Frames.Single(f => f != page.MainFrame);
        if (mayFrame)
        {
            await Expect(page.FrameLocator("iframe").Locator("main")).ToBeVisibleAsync();
            Assert.Empty(complaints);
        }
        else
        {
            Assert.DoesNotContain("taskpane", frame.Url, StringComparison.Ordinal);
            Assert.Contains(complaints, c => c.Contains("frame-ancestors", StringComparison.Ordinal));
        }
    }

    /// <summary>Through everything the pane shows.</summary>
    private static async Task WalkAsync(PreviewPage pane)
    {
        var page = pane.Page;
        await Expect(pane.People.First).ToBeVisibleAsync();
        await Expect(page.Locator("img.avatar-photo").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("Escape");
        await pane.People.First.Locator(".name-link").ClickAsync();
        await Expect(page.GetByTestId("why")).ToBeAttachedAsync();
        await pane.ClickAsync("Back");
        await pane.ClickAsync("Write to Ana Fox");
        await Expect(pane.Draft).ToBeVisibleAsync();
        await pane.ClickAsync("Back");
        await pane.Search.FillAsync("ben");
        await Expect(page.GetByTestId("search-results")).ToBeVisibleAsync();
        await pane.GoAsync("alerts");
        await Expect(page.GetByTestId("alerts").Or(page.GetByTestId("alerts-turn-on")).First).ToBeVisibleAsync();
        await pane.GoAsync("settings");
        await Expect(page.GetByTestId("record")).ToBeVisibleAsync();
        await page.GetByTestId("template-follow-up").Or(page.Locator("[data-testid^='template-']").First).First.ClickAsync();
        await Expect(page.GetByTestId("template-trial")).ToBeVisibleAsync();
        await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("export").ClickAsync());
        await pane.GoAsync("reconnect");
        if (await page.GetByTestId("preview-label").IsVisibleAsync())
        {
            await pane.Messages.First.ClickAsync();
            await Expect(pane.MessageCard).ToBeVisibleAsync();
        }
    }

    /// <summary>What the browser says of policies, and of scripts that fail.</summary>
    private static ConcurrentQueue<string> Complaints(IPage page)
    {
        var complaints = new ConcurrentQueue<string>();
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && (message.Text.Contains("Policy", StringComparison.Ordinal) || message.Text.Contains("Refused", StringComparison.Ordinal)))
            {
                complaints.Enqueue(message.Text);
            }
        };
        return complaints;
    }
}
