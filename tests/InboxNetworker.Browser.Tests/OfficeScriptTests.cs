using InboxNetworker.Api.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>
/// The page with Microsoft's own office.js, served from the package in place of the CDN. Outside Office it takes the page's dialogs and its
/// history away as it does inside, and says that there is no host.
/// </summary>
public sealed class OfficeScriptTests(Browser browser)
{
    private const string Cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";

    [Fact]
    public async Task The_task_pane_starts_with_the_real_office_script_and_does_without_what_that_takes_away()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 14, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var page = await browser.OpenAsync(api.Address, 320, 720);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        var scripts = Path.Combine(Repository.Root, "src", "InboxNetworker.TaskPane", "node_modules", "@microsoft", "office-js", "dist");
        await page.RouteAsync(Cdn + "**", route => route.FulfillAsync(new() { Path = Path.Combine(scripts, new Uri(route.Request.Url).AbsolutePath["/lib/1/hosted/".Length..]) }));

        await page.GotoAsync("/taskpane.html", new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        await Expect(page.GetByTestId("contact")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("outside-outlook")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => typeof Office.onReady === 'function' && Office.context !== undefined"));
        Assert.True(await page.EvaluateAsync<bool>("() => !history.pushState && !history.replaceState"), "office.js leaves the history alone now; this test proves nothing.");

        await page.Locator(".name-link").ClickAsync();
        await Expect(page.GetByTestId("why")).ToBeAttachedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await Expect(page.GetByTestId("contact")).ToHaveCountAsync(1);
        Assert.Empty(errors);
        Assert.DoesNotContain(browser.AskedElsewhere(page), url => !url.Contains("telemetry", StringComparison.Ordinal));
    }
}
