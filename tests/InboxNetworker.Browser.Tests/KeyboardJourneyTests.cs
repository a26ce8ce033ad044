using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>The pane without a mouse, and without the program for a while.</summary>
public sealed class KeyboardJourneyTests(Browser browser)
{
    [Fact]
    public async Task Everything_is_done_by_keys_alone_from_the_first_screen_to_a_saved_draft()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await PreviewPage.OpenAsync(browser, api.Address, width: 320, height: 720, welcomed: false);
        var (page, keys) = (preview.Page, preview.Page.Keyboard);
        await Expect(preview.Welcome).ToBeVisibleAsync();
        await TabToAsync(page, page.GetByTestId("welcome-start"));
        await keys.PressAsync("Enter");
        await preview.WithPeopleAsync();

        // The menu of a row: opened, walked through, left, and used.
        var more = preview.People.First.GetByTestId("more");
        await TabToAsync(page, more);
        await keys.PressAsync("Enter");
        await Expect(page.GetByTestId("action-week")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(more).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(page.GetByTestId("action-week")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(preview.People).ToHaveCountAsync(1);
        await Expect(preview.People.First.Locator(".name-link")).ToBeFocusedAsync();

        // Undo is reached with Tab, and leaves the focus where one can go on.
        await TabToAsync(page, preview.Toast.Locator(".toast-button"));
        await keys.PressAsync("Enter");
        await Expect(preview.People).ToHaveCountAsync(2);
        Assert.NotEqual("BODY", await page.EvaluateAsync<string>("() => document.activeElement.tagName"));

        await TabToAsync(page, preview.Search);
        await keys.TypeAsync("holt");
        await Expect(preview.People).ToHaveCountAsync(1);
        await TabToAsync(page, preview.People.First.Locator(".name-link"));
        await keys.PressAsync("Enter");
        await Expect(page.GetByTestId("why")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(preview.People.First.Locator(".name-link")).ToBeFocusedAsync();
        await TabToAsync(page, preview.People.First.Locator(".row-foot fluent-button"));
        await keys.PressAsync("Enter");
        await Expect(preview.Text).ToBeVisibleAsync();
        await TabToAsync(page, page.GetByTestId("save-draft"));
        await keys.PressAsync("Enter");
        await Expect(page.GetByTestId("draft-saved")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_the_program_the_list_stays_and_says_so_and_comes_back_by_itself()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var page = await browser.OpenAsync(api.Address, 320, 720);
        await page.RouteAsync("**/api/**", route => route.AbortAsync("connectionrefused"));
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var preview = new PreviewPage(page);

        await Expect(preview.Pane).ToContainTextAsync("InboxNetworker does not answer");
        await Screenshots.SaveAsync(page, "offline-320-light");
        await page.UnrouteAllAsync();
        await Expect(preview.People).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await Expect(preview.Pane).Not.ToContainTextAsync("does not answer");
    }

    private static MailboxFile Mailbox() => new MailboxFile()
        .Exchange("ana.fox@there.example", weeks: 14, silentDays: 200).Exchange("ben.holt@there.example", weeks: 8, silentDays: 200);

    private const int MostTabs = 60;

    /// <summary>Presses Tab until the focus is there.</summary>
    private static async Task TabToAsync(IPage page, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var n = 0; n < MostTabs; n++)
        {
            if (await target.EvaluateAsync<bool>("e => e.matches(':focus, :focus-within')"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("Tab does not lead there.");
    }
}
