using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>Reading, nothing to show, and trouble: each says what is and what to do.</summary>
public sealed class PaneStateTests(Browser browser)
{
    [Fact]
    public async Task While_the_mailbox_is_read_the_pane_counts_messages_and_the_list_grows()
    {
        // Small pages make the reading last long enough to be seen.
        await using var api = await RunningApi.StartAsync("--InboxNetworker:Reading:PageSize", "4");
        var preview = await PreviewPage.OpenAsync(browser, api.Address);

        await Expect(preview.Pane).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Reading your mailbox: [\\d,]+ of [\\d,]+ messages"));
        await Screenshots.SaveAsync(preview.Page, "reading-1280");
        await Expect(preview.People.First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await api.WaitForReadingAsync();
        await Expect(preview.Pane).Not.ToContainTextAsync("Reading your mailbox:");
        await Expect(preview.People.Nth(9)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_mailbox_in_which_nobody_went_quiet_says_so_kindly_and_shows_who_is_close()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 20, silentDays: 3);
        await using var api = await RunningApi.ReadAsync(mailbox);

        var preview = await PreviewPage.OpenAsync(browser, api.Address);

        await Expect(preview.Pane).ToContainTextAsync("Nothing has gone quiet");
        await Expect(preview.Page.GetByTestId("near").GetByTestId("contact")).ToHaveAttributeAsync("aria-label", "Ana Fox");
        await Screenshots.SaveAsync(preview.Page, "empty-1280");
    }

    [Fact]
    public async Task A_service_out_of_reach_is_told_without_blanking_the_pane()
    {
        await using var api = await RunningApi.StartAsync("--graph", "http://127.0.0.1:1");
        await api.WaitForReadingAsync();

        var preview = await PreviewPage.OpenAsync(browser, api.Address);

        await Expect(preview.Pane).ToContainTextAsync("Microsoft 365 cannot be reached right now");
        await Expect(preview.Pane.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
        await Expect(preview.Pane).Not.ToContainTextAsync("Nothing has gone quiet");
        await Screenshots.SaveAsync(preview.Page, "failed-1280");
        await preview.Page.Context.CloseAsync(); // what it still asks waits by a clock that stands, and the program would wait for it
    }

    [Fact]
    public async Task Names_and_subjects_full_of_markup_are_shown_as_text()
    {
        const string Hostile = "<img src=x onerror=alert(1)> \u202Eright to left\u202C 👋";
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200, subject: Hostile).Received("ana.fox@there.example", 0.1, Hostile);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await PreviewPage.OpenAsync(browser, api.Address);

        await preview.Messages.Filter(new() { HasText = "<img src=x" }).First.ClickAsync();

        await Expect(preview.ReadingPane).ToContainTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await preview.Page.Locator("img[src=x]").CountAsync());
    }

    [Fact]
    public async Task The_task_pane_outside_Outlook_says_so_and_works()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var page = await browser.OpenAsync(api.Address, 320, 720);
        await page.GotoAsync("/taskpane.html", new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        await Expect(page.GetByTestId("contact")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("outside-outlook")).ToContainTextAsync("You are not inside Outlook");
        Assert.Equal(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"], browser.AskedElsewhere(page));
        await Screenshots.SaveAsync(page, "taskpane-outside-320");
    }
}
