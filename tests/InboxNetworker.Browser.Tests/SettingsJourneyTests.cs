using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>What is read, who is left out, and the owner's data.</summary>
public sealed class SettingsJourneyTests(Browser browser)
{
    [Fact]
    public async Task What_is_read_what_never_and_whose_mailbox_it_is_are_told()
    {
        await using var mailbox = Shops(1);
        await using var api = await mailbox.ReadAsync();
        var settings = await OpenAsync(api);

        await Expect(settings.Settings).ToContainTextAsync("What is never read");
        await Expect(settings.Settings).ToContainTextAsync("The text of a mail");
        await Expect(settings.Page.GetByTestId("own-addresses")).ToContainTextAsync("owner@here.example");
        await Expect(settings.Page.GetByRole(AriaRole.Switch)).ToHaveCountAsync(5);
        await Expect(settings.Page.GetByRole(AriaRole.Switch, new() { Checked = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_few_of_those_left_out_are_shown_first_each_with_the_rule_and_more_when_asked_for()
    {
        await using var mailbox = Shops(8);
        await using var api = await mailbox.ReadAsync();
        var settings = await OpenAsync(api);
        var items = settings.Page.GetByTestId("left-out-item");

        await Expect(items).ToHaveCountAsync(5);
        await Expect(settings.Settings).ToContainTextAsync("8 addresses are left out");
        await Expect(items.First).ToContainTextAsync("Cannot be answered");
        await settings.Page.GetByTestId("left-out-more").ClickAsync();
        await Expect(items).ToHaveCountAsync(8);

        await settings.Page.GetByTestId("left-out-search").FillAsync("nobody like that");
        await Expect(settings.Settings).ToContainTextAsync("Nobody of that name or address is left out.");
    }

    [Fact]
    public async Task The_question_before_erasing_takes_the_focus_and_Escape_leaves_everything_as_it_is()
    {
        await using var mailbox = Shops(1);
        await using var api = await mailbox.ReadAsync();
        var settings = await OpenAsync(api);
        var erase = settings.Page.GetByTestId("erase");

        await erase.FocusAsync();
        await settings.Page.Keyboard.PressAsync("Enter");
        await Expect(settings.Page.GetByRole(AriaRole.Alertdialog)).ToBeFocusedAsync();
        await settings.Page.Keyboard.PressAsync("Escape");

        await Expect(settings.Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        await Expect(erase).ToBeFocusedAsync();
        Assert.NotEmpty((await api.GetAsync("/api/owner")).GetProperty("addresses").EnumerateArray());
    }

    [Fact]
    public async Task With_the_question_open_everything_is_readable_and_within_the_pane()
    {
        await using var mailbox = Shops(6);
        await using var api = await mailbox.ReadAsync();
        foreach (var look in Look.Several)
        {
            var settings = await OpenAsync(api, look.Width, look.Scheme, look.Forced, look.Locale);
            await Expect(settings.Page.GetByTestId("left-out-item").First).ToBeVisibleAsync();
            await settings.Page.GetByTestId("erase").ClickAsync();
            await look.HoldAsync(settings.Page, "settings-erase");
            await settings.Page.Context.CloseAsync();
        }
    }

    private static ServedMailbox Shops(int count) => Enumerable.Range(0, count).Aggregate(
        new ServedMailbox().Exchange(Somebody("ana.fox@there.example", "Ana Fox"), weeks: 14, silentDays: 200),
        (mailbox, n) => mailbox.Received(Somebody($"noreply@shop{n}.example", $"Shop {n}"), daysAgo: 10 + n));

    private async Task<PreviewPage> OpenAsync(RunningApi api, int width = 320, ColorScheme scheme = ColorScheme.Light, ForcedColors forced = ForcedColors.None, string locale = "en-GB")
    {
        var preview = await PreviewPage.OpenAsync(browser, api.Address, width, 720, scheme, locale, forced);
        await preview.WithPeopleAsync();
        await preview.GoAsync("settings");
        await Expect(preview.Settings).ToBeVisibleAsync();
        return preview;
    }
}
