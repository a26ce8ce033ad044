using System.Text.Json;
using InboxNetworker.Api.Tests.Alerts;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static InboxNetworker.Api.Tests.Alerts.AlertMailbox;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>From turning alerts on to doing something about one.</summary>
public sealed class AlertsJourneyTests(Browser browser)
{
    [Fact]
    public async Task Turned_on_in_Settings_alerts_come_with_a_badge_that_moves_nothing_and_goes_when_they_are_seen()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var preview = await OpenAsync(api);
        await preview.GoAsync("alerts");
        await Expect(preview.Pane).ToContainTextAsync("Alerts are off");
        await Expect(preview.Badge).ToHaveCountAsync(0);

        await preview.ClickAsync("Choose alerts");
        await Expect(preview.Page.GetByRole(AriaRole.Heading, new() { Name = "Alerts" })).ToBeFocusedAsync();
        await Expect(preview.Page.GetByTestId("switch-digest")).ToBeVisibleAsync();
        await Expect(preview.Page.GetByTestId("alerts-per-week")).ToBeInViewportAsync();
        var before = await TabsAsync(preview);
        await preview.Page.GetByLabel("In this sidebar").CheckAsync();

        await Expect(preview.Badge).ToHaveTextAsync("2");
        await Expect(preview.Page.Locator("[data-place='alerts']")).ToHaveAccessibleNameAsync("Alerts, 2 new");
        Assert.Equal(before, await TabsAsync(preview));
        await Screenshots.SaveAsync(preview.Page, "alerts-badge-320-light");

        await preview.GoAsync("alerts");
        await Expect(preview.Alerts).ToHaveCountAsync(2);
        await Expect(preview.Badge).ToHaveCountAsync(0);
        await Expect(preview.Alerts.First).ToContainTextAsync("New");
        await preview.GoAsync("reconnect");
        await preview.GoAsync("alerts");
        await Expect(preview.Alerts).ToHaveCountAsync(2);
        await Expect(preview.Alerts.First).Not.ToContainTextAsync("New");
    }

    [Fact]
    public async Task An_alert_is_written_about_and_another_is_put_away_and_neither_comes_back()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, pane: true);
        var preview = await OpenAsync(api);
        await preview.GoAsync("alerts");

        var fading = preview.Alerts.Filter(new() { HasText = "Write to Ana Fox" });
        await Expect(fading).ToContainTextAsync("You and Ana were last in touch on 12 May 2026, 4 weeks ago; before that, nearly every week.");
        await Expect(fading).ToContainTextAsync("For today");
        await fading.GetByRole(AriaRole.Button, new() { Name = "Write to Ana Fox" }).ClickAsync();
        await Expect(preview.Text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Hi Ana,"));
        await preview.ClickAsync("Back");
        await Expect(fading).ToHaveCountAsync(1);

        await fading.GetByRole(AriaRole.Button, new() { Name = "Write to Ana Fox" }).ClickAsync();
        await preview.Page.GetByTestId("save-draft").ClickAsync();
        await Expect(preview.Page.GetByTestId("draft-saved")).ToBeVisibleAsync();
        await preview.ClickAsync("Done");
        await Expect(fading).ToHaveCountAsync(0);
        await Expect(preview.Alerts).ToHaveCountAsync(1);

        await PreviewPage.ActAsync(preview.Alerts.First, "dismiss");
        await Expect(preview.Pane).ToContainTextAsync("Nothing to tell you");
        await Expect(preview.Page.Locator("[data-place='alerts']")).ToBeFocusedAsync();
        await Expect(preview.Toast).ToContainTextAsync("Put away: Before you meet Ben Holt");
        await RoundAsync(api);
        Assert.Empty(await OpenAlertsAsync(api));
    }

    [Fact]
    public async Task A_snooze_takes_an_alert_away_until_it_is_undone_and_for_good_after_that()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, pane: true);
        var preview = await OpenAsync(api);
        await preview.GoAsync("alerts");
        var fading = preview.Alerts.Filter(new() { HasText = "Write to Ana Fox" });

        await PreviewPage.ActAsync(fading, "month");
        await Expect(fading).ToHaveCountAsync(0);
        await preview.ClickAsync("Undo");
        await Expect(fading).ToHaveCountAsync(1);
        Assert.Equal(2, (await OpenAlertsAsync(api)).Count);

        await PreviewPage.ActAsync(fading, "rest");
        await Expect(fading).ToHaveCountAsync(0);
        await preview.Page.RunAndWaitForResponseAsync(
            () => preview.Toast.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync(),
            answer => answer.Url.EndsWith("/acted", StringComparison.Ordinal));
        await Expect(preview.Alerts).ToHaveCountAsync(1);
        await preview.Page.ReloadAsync();
        await preview.GoAsync("alerts");
        await Expect(preview.Alerts).ToHaveCountAsync(1);
        await Expect(preview.Alerts).ToContainTextAsync("Before you meet Ben Holt");
    }

    [Fact]
    public async Task The_name_in_an_alert_opens_the_person_and_going_back_leads_to_the_alert()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await TurnOnAsync(api, pane: true);
        var preview = await OpenAsync(api);
        await preview.GoAsync("alerts");

        await preview.Page.GetByRole(AriaRole.Button, new() { Name = "Ben Holt", Exact = true }).ClickAsync();
        await Expect(preview.Page.GetByTestId("why")).ToBeVisibleAsync();
        await preview.ClickAsync("Back");

        await Expect(preview.Page.GetByRole(AriaRole.Button, new() { Name = "Ben Holt", Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_channel_says_what_it_needs_and_what_goes_wrong_and_a_calendar_has_an_address()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync("User.Read Mail.ReadBasic Calendars.ReadBasic People.Read");
        var preview = await OpenAsync(api);
        await preview.GoAsync("settings");
        var digest = preview.Page.GetByTestId("channel-digest");
        await Expect(digest).ToContainTextAsync("Needs the permission Mail.Send.");

        await preview.Page.GetByLabel("By mail to yourself").CheckAsync();
        await preview.Page.GetByTestId("digest-every").SelectOptionAsync("4");
        await preview.Page.GetByLabel("In your calendar").CheckAsync();
        var address = preview.Page.GetByTestId("calendar-address");
        await Expect(address).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\.ics$"));
        var first = await address.InputValueAsync();
        await preview.Page.GetByTestId("calendar-renew").ClickAsync();
        await Expect(preview.Toast).ToContainTextAsync("new address");
        await Expect(address).Not.ToHaveValueAsync(first);
        await RoundAsync(api);

        await preview.GoAsync("alerts");
        await preview.GoAsync("settings");
        await Expect(digest).ToContainTextAsync("The permission Mail.Send is missing.");
        await Expect(digest).ToContainTextAsync("1 delivery waits");
        await Expect(preview.Page.GetByTestId("digest-every")).ToHaveValueAsync("4");
        await Expect(preview.Page.GetByLabel("In your calendar")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_alerts_and_their_settings_are_readable_and_within_the_pane()
    {
        var endless = Somebody("wim@there.example", new string('W', 200));
        await using var mailbox = Mailbox().Exchange(endless, weeks: 5, silentDays: 210).Meets("Lunch", 1.05, endless);
        await using var api = await mailbox.ReadAsync("User.Read Mail.ReadBasic Calendars.ReadBasic People.Read");
        await TurnOnAsync(api, pane: true, digest: true, calendar: true);
        foreach (var look in Look.Several)
        {
            var preview = await OpenAsync(api, look);
            await preview.GoAsync("alerts");
            await Expect(preview.Alerts).ToHaveCountAsync(3);
            await look.HoldAsync(preview.Page, "alerts-raised");
            Assert.True(await preview.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.alert-title')].every(e => e.scrollWidth <= e.clientWidth)"));
            await preview.GoAsync("settings");
            await preview.Page.GetByTestId("calendar-renew").ScrollIntoViewIfNeededAsync();
            await look.HoldAsync(preview.Page, "settings-alerts-end");
            await preview.Page.GetByTestId("alerts-per-week").EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
            await look.HoldAsync(preview.Page, "settings-alerts");
            await preview.Page.Context.CloseAsync();
        }
    }

    /// <summary>Somebody begins to fade, and somebody else is met tomorrow after a long time.</summary>
    private static AlertMailbox Mailbox() => new AlertMailbox()
        .Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 33.7)
        .Exchange(Somebody(Ben, "Ben Holt"), weeks: 5, silentDays: 200)
        .Meets("Review", 1, Somebody(Ben, "Ben Holt"));

    private static async Task<IReadOnlyList<JsonElement>> OpenAlertsAsync(RunningApi api) => [.. (await api.GetAsync("/api/alerts")).GetProperty("alerts").EnumerateArray()];

    private static Task<string> TabsAsync(PreviewPage preview) =>
        preview.Page.EvaluateAsync<string>("() => [...document.querySelectorAll('.tab')].map(tab => Object.values(tab.getBoundingClientRect().toJSON()).join(' ')).join('|')");

    private async Task<PreviewPage> OpenAsync(RunningApi api, Look? look = null)
    {
        var (width, scheme, forced, locale) = look ?? new Look(320, ColorScheme.Light, ForcedColors.None, "en-GB");
        var preview = await PreviewPage.OpenAsync(browser, api.Address, width, 720, scheme, locale, forced);
        await preview.WithPeopleAsync();
        return preview;
    }
}
