using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>What can be done with somebody on the list, and taking it back.</summary>
public sealed class WishJourneyTests(Browser browser)
{
    private const string Ana = "Ana Fox", Ben = "Ben Holt";

    [Theory]
    [InlineData("week", "snoozed")]
    [InlineData("month", "snoozed")]
    [InlineData("quarter", "snoozed")]
    [InlineData("not-now", "dismissed")]
    [InlineData("rest", "resting")]
    public async Task Somebody_leaves_the_list_at_once_and_comes_back_when_it_is_undone(string action, string code)
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();

        await PreviewPage.ActAsync(preview.People.First, action);

        await Expect(preview.People).ToHaveCountAsync(1);
        await Expect(preview.Toast).ToContainTextAsync(Ana);
        Assert.Equal(code, await CodeOfAsync(api));
        await preview.ClickAsync("Undo");
        await Expect(preview.People).ToHaveCountAsync(2);
        await Expect(preview.People.First).ToHaveAttributeAsync("aria-label", Ana);
        Assert.Equal("dormant", await CodeOfAsync(api));
    }

    [Fact]
    public async Task Somebody_is_snoozed_until_a_day_that_is_chosen()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();

        await PreviewPage.ActAsync(preview.People.First, "date");
        await preview.Page.GetByLabel("Snooze until").FillAsync("2026-12-24");
        await preview.Page.GetByTestId("day-chosen").ClickAsync();

        await Expect(preview.Toast).ToContainTextAsync("24 Dec 2026");
        Assert.Equal("2026-12-24", (await DetailAsync(api)).GetProperty("preferences").GetProperty("snoozedUntil").GetString());
    }

    [Fact]
    public async Task The_keys_go_from_person_to_person_act_on_the_one_in_focus_and_undo()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        var keys = preview.Page.Keyboard;
        await preview.People.First.Locator(".name-link").FocusAsync();

        await keys.PressAsync("ArrowDown");
        await Expect(preview.People.Nth(1).Locator(".name-link")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("s");
        await Expect(preview.People).ToHaveCountAsync(1);
        await Expect(preview.People.First.Locator(".name-link")).ToBeFocusedAsync();
        await Expect(preview.Toast).ToBeVisibleAsync();
        await keys.PressAsync("u");
        await Expect(preview.People).ToHaveCountAsync(2);
        await Expect(preview.People.Nth(1).Locator(".name-link")).ToBeFocusedAsync();

        await keys.PressAsync("?");
        await Expect(preview.Page.GetByTestId("keys")).ToBeVisibleAsync();
        await Expect(preview.Page.GetByTestId("keys")).ToContainTextAsync("From person to person");
        await keys.PressAsync("Escape");
        await Expect(preview.People.Nth(1).Locator(".name-link")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(preview.Page.GetByTestId("person-view")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_is_pinned_stands_first()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();

        await PreviewPage.ActAsync(preview.People.Filter(new() { HasText = Ben }), "pin");
        await Expect(preview.Toast).ToContainTextAsync("pinned");

        await preview.Page.ReloadAsync();
        await Expect(preview.People.First).ToHaveAttributeAsync("aria-label", Ben);
    }

    [Fact]
    public async Task A_word_that_does_not_arrive_is_told_and_the_person_stays()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        await preview.Page.Context.SetOfflineAsync(true);

        await PreviewPage.ActAsync(preview.People.First, "rest");

        await Expect(preview.Toast).ToContainTextAsync("InboxNetworker does not answer");
        await Expect(preview.People).ToHaveCountAsync(2);
        await preview.Page.Context.SetOfflineAsync(false);
        await PreviewPage.ActAsync(preview.People.First, "rest");
        await Expect(preview.People).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_persons_note_rhythm_and_tags_are_kept()
    {
        using var mailbox = Mailbox();
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address, width: 320)).WithPeopleAsync();
        await preview.ClickAsync(Ana);
        var person = preview.Page.GetByTestId("person-view");

        await person.GetByTestId("note").FillAsync("Sails in Kiel <b>bold</b>");
        await person.GetByTestId("tag").FillAsync("Berlin");
        await Expect(person).ToContainTextAsync("Saved");
        await person.GetByTestId("tag").PressAsync("Enter");
        await Expect(person.Locator(".tag")).ToHaveTextAsync("Berlin");
        await person.GetByTestId("rhythm").SelectOptionAsync("6");
        await Expect(preview.Toast).ToBeVisibleAsync();
        await person.GetByTestId("why").Locator("summary").ClickAsync();
        await Expect(person.GetByTestId("why")).ToContainTextAsync("Dormant: silent for more than 4.5 times your usual distance");
        await Screenshots.SaveAsync(preview.Page, "person-wishes-320-light");

        var wishes = (await DetailAsync(api)).GetProperty("preferences");
        Assert.Equal(("Sails in Kiel <b>bold</b>", 6, "Berlin"), (wishes.GetProperty("note").GetString(), wishes.GetProperty("everyWeeks").GetInt32(), wishes.GetProperty("tags")[0].GetString()));
        await preview.Page.ReloadAsync();
        await preview.ClickAsync(Ana);
        await Expect(person.GetByTestId("note")).ToHaveValueAsync("Sails in Kiel <b>bold</b>");
    }

    private static MailboxFile Mailbox() => new MailboxFile()
        .Exchange("ana.fox@there.example", weeks: 14, silentDays: 200).Exchange("ben.holt@there.example", weeks: 8, silentDays: 200);

    private static async Task<JsonElement> DetailAsync(RunningApi api) => await api.GetAsync($"/api/contacts/{await api.IdOfAsync("ana.fox@there.example")}");

    private static async Task<string> CodeOfAsync(RunningApi api) => (await DetailAsync(api)).GetProperty("status").GetProperty("code").GetString()!;
}
