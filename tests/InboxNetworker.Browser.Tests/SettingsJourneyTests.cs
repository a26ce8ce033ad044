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
        await Expect(settings.Settings).ToContainTextAsync("None are sent yet.");
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

    [Theory]
    [InlineData(320, ColorScheme.Light, ForcedColors.None, "en-GB")]
    [InlineData(320, ColorScheme.Dark, ForcedColors.None, "de-DE")]
    [InlineData(320, ColorScheme.Light, ForcedColors.Active, "en-GB")]
    [InlineData(300, ColorScheme.Dark, ForcedColors.None, "de-DE")]
    [InlineData(160, ColorScheme.Light, ForcedColors.None, "de-DE")] // as 320 px are at 200 %
    public async Task With_the_question_open_everything_is_readable_and_within_the_pane(int width, ColorScheme scheme, ForcedColors forced, string locale)
    {
        await using var mailbox = Shops(6);
        await using var api = await mailbox.ReadAsync();
        var settings = await OpenAsync(api, width, scheme, forced, locale);
        await Expect(settings.Page.GetByTestId("left-out-item").First).ToBeVisibleAsync();
        await settings.Page.GetByTestId("erase").ClickAsync();
        await Screenshots.SaveAsync(settings.Page, $"settings-erase-{width}-{scheme}-{forced}".ToLowerInvariant());

        var beyond = await settings.Page.EvaluateAsync<int>("() => Math.max(...[document.documentElement, ...document.querySelectorAll('.view')].map(e => e.scrollWidth - e.clientWidth))");
        Assert.True(beyond <= 0, $"{beyond} px too wide.");
        var found = await settings.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")));
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
