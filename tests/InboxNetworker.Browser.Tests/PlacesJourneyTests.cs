using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>The first screen, the parts of the pane, filters and settings.</summary>
public sealed class PlacesJourneyTests(Browser browser)
{
    [Fact]
    public async Task The_first_screen_says_what_is_read_and_what_never_and_does_not_come_again()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 14, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await PreviewPage.OpenAsync(browser, api.Address, width: 320, height: 720, welcomed: false);

        await Expect(preview.Welcome).ToContainTextAsync("What is never read");
        await Expect(preview.People).ToHaveCountAsync(0);
        await Screenshots.SaveAsync(preview.Page, "welcome-320-light");
        await preview.ClickAsync("Show me my network");
        await Expect(preview.People).ToHaveCountAsync(1);

        await preview.Page.ReloadAsync();
        await Expect(preview.People).ToHaveCountAsync(1);
        await Expect(preview.Welcome).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_list_is_narrowed_down_and_made_whole_again()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 14, silentDays: 200).Exchange("ben.holt@there.example", weeks: 8, silentDays: 60);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address, width: 320)).WithPeopleAsync();

        await preview.Page.GetByTestId("filters").ClickAsync();
        await preview.Page.GetByTestId("filter-state").SelectOptionAsync("fading");
        await Expect(preview.People).ToHaveCountAsync(1);
        await Expect(preview.People.First).ToHaveAttributeAsync("aria-label", "Ben Holt");
        await Screenshots.SaveAsync(preview.Page, "filter-320-light");

        await preview.Page.GetByTestId("filters-clear").ClickAsync();
        await Expect(preview.People).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_arrows_go_from_part_to_part_and_a_message_brings_back_the_one_that_speaks_of_it()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 14, silentDays: 200).Received("ana.fox@there.example", 0.1, "Hello");
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await PreviewPage.OpenAsync(browser, api.Address);
        await preview.Page.Locator("[data-place='reconnect']").FocusAsync();

        await preview.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(preview.Pane).ToContainTextAsync("Alerts are off");
        await preview.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(preview.Pane).ToContainTextAsync("Your wider network");
        await preview.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(preview.Settings).ToBeVisibleAsync();

        await preview.Messages.Filter(new() { HasText = "Hello" }).First.ClickAsync();
        await Expect(preview.MessageCard).ToContainTextAsync("Ana Fox");
    }

    [Fact]
    public async Task Whoever_was_left_out_is_brought_back_and_left_out_again()
    {
        using var mailbox = new MailboxFile().Exchange("noreply@shop.example", weeks: 8, silentDays: 200).Exchange("ana.fox@there.example", weeks: 14, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address, width: 320)).WithPeopleAsync();

        await preview.GoAsync("settings");
        await preview.Page.GetByTestId("left-out-search").FillAsync("shop");
        await Expect(preview.Page.GetByTestId("left-out-item")).ToHaveCountAsync(1);
        await Screenshots.SaveAsync(preview.Page, "settings-320-light");
        await preview.Page.GetByTestId("left-out-item").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(preview.Page.GetByTestId("left-out-item")).ToHaveCountAsync(0);
        await preview.GoAsync("reconnect");
        await Expect(preview.People).ToHaveCountAsync(2);

        await preview.ClickAsync("Undo");
        await Expect(preview.People).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Everything_can_be_taken_along_and_erased_after_a_question()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 14, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address, width: 320)).WithPeopleAsync();
        await preview.GoAsync("settings");

        var download = await preview.Page.RunAndWaitForDownloadAsync(() => preview.Page.GetByTestId("export").ClickAsync());
        Assert.Equal("inboxnetworker.zip", download.SuggestedFilename);

        await preview.Page.GetByTestId("erase").ClickAsync();
        await preview.ClickAsync("Cancel");
        await preview.Page.GetByTestId("erase").ClickAsync();
        await preview.Page.GetByTestId("erase-yes").ClickAsync();
        await Expect(preview.Toast).ToContainTextAsync("Everything is erased");
        await preview.GoAsync("reconnect");
        await Expect(preview.People).ToHaveCountAsync(0);
        await preview.ClickAsync("Read again");
        await Expect(preview.People).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_refused_token_says_what_to_do_and_blanks_nothing()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 14, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var page = await browser.OpenAsync(api.Address, 320, 720);
        await page.AddInitScriptAsync("addEventListener('click', () => { window.clicked = true; }, true);");
        await page.RouteAsync("**/api/reconnect*", async route =>
        {
            await (await page.EvaluateAsync<bool>("() => window.clicked === true") ? route.ContinueAsync() : route.FulfillAsync(new() { Status = 401 }));
        });
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var preview = new PreviewPage(page);

        await Expect(preview.Pane).ToContainTextAsync("You are signed out");
        await Expect(preview.Search).ToBeVisibleAsync();
        await preview.ClickAsync("Try again");
        await Expect(preview.People).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task German_is_spoken_to_whoever_speaks_it()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 14, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address, width: 320, height: 720, locale: "de-DE")).WithPeopleAsync();

        await Expect(preview.Pane).ToContainTextAsync("Wieder melden bei");
        await Expect(preview.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Screenshots.SaveAsync(preview.Page, "list-320-light-de");
    }
}
