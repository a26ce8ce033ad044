using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>One person in full: looked at, decided about, and every decision taken back.</summary>
public sealed class PersonJourneyTests(Browser browser)
{
    private const string There = "ana.fox@there.example", Home = "ana.fox@home.example", Unlike = "quilt77@home.example";

    [Fact]
    public async Task Each_month_of_the_history_is_told_to_whoever_looks_with_the_keys()
    {
        await using var mailbox = Ana();
        await using var api = await mailbox.ReadAsync();
        var person = await PersonPage.OpenAsync(browser, api, There);

        await Expect(person.History).ToHaveAttributeAsync("aria-label", new Regex("^Mail and meetings by month, .*; last contact in Nov 2025\\.$"));
        await person.History.FocusAsync();
        await person.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(person.Month).ToHaveTextAsync("Jun 2026 · nothing");
        await person.Page.Keyboard.PressAsync("Home");
        await Expect(person.History).ToHaveAttributeAsync("aria-valuenow", "1");
        for (var month = 0; month < 36 && !(await person.Month.InnerTextAsync()).Contains("They wrote", StringComparison.Ordinal); month++)
        {
            await person.Page.Keyboard.PressAsync("ArrowRight");
        }

        await Expect(person.Month).ToHaveTextAsync(new Regex("^\\w+ 2025 · You wrote \\d · They wrote \\d$"));
        await Expect(person.History).ToHaveAttributeAsync("aria-valuetext", await person.Month.InnerTextAsync());
    }

    [Fact]
    public async Task The_state_is_explained_in_plain_words()
    {
        await using var mailbox = Ana();
        await using var api = await mailbox.ReadAsync();
        var person = await PersonPage.OpenAsync(browser, api, There);

        await person.Why.Locator("summary").ClickAsync();

        await Expect(person.Why).ToContainTextAsync("Dormant: silent for more than");
        await Expect(person.Why.GetByTestId("chance")).ToHaveTextAsync(new Regex("^As things go, the two of you will be in touch within 30 days in about 1 case in \\d+\\.$"));
        await Expect(person.Why).ToContainTextAsync("weeks of silence, less likely");
        await Expect(person.Why).Not.ToContainTextAsync("counts half");
    }

    [Theory]
    [InlineData("Yes, one person", 2)]
    [InlineData("No, two people", 1)]
    public async Task An_answer_to_who_is_the_same_is_taken_back_and_asked_again(string answer, int addresses)
    {
        await using var mailbox = Ana().Exchange(Somebody(Unlike, "Fox, Ana"), weeks: 9, silentDays: 300);
        await using var api = await mailbox.ReadAsync();

        // The one that came second goes on under the id of the first.
        foreach (var address in new[] { There, Unlike })
        {
            var person = await PersonPage.OpenAsync(browser, api, address);
            await person.Page.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
            await Expect(person.MaybeSame).ToHaveCountAsync(0);
            await Expect(person.Addresses).ToHaveCountAsync(addresses);

            await person.UndoAsync();
            await Expect(person.MaybeSame).ToBeVisibleAsync();
            await Expect(person.Addresses).ToHaveTextAsync([address]);
            await person.Page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task An_address_of_somebody_else_is_parted_and_brought_back()
    {
        await using var mailbox = Ana().Exchange(Somebody(Home, "Ana Fox"), weeks: 9, silentDays: 300).Directory("Ana Fox", There, Home);
        await using var api = await mailbox.ReadAsync();
        var person = await PersonPage.OpenAsync(browser, api, There);
        await Expect(person.Addresses).ToHaveCountAsync(2);

        await person.Page.GetByRole(AriaRole.Button, new() { Name = $"Not this person: {Home}" }).ClickAsync();
        await Expect(person.Addresses).ToHaveTextAsync([There]);

        await person.UndoAsync();
        await Expect(person.Addresses).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_is_taken_back_takes_nothing_else_with_it()
    {
        await using var mailbox = Ana();
        await using var api = await mailbox.ReadAsync();
        var person = await PersonPage.OpenAsync(browser, api, There);

        await person.Rhythm.SelectOptionAsync("6");
        await Expect(person.Page.GetByTestId("toast")).ToBeVisibleAsync();
        await person.Note.FillAsync("Sails in Kiel");
        await Expect(person.Wishes).ToContainTextAsync("Saved");
        await person.UndoAsync();

        await Expect(person.Rhythm).ToHaveValueAsync("");
        var wishes = (await api.GetAsync($"/api/contacts/{await api.IdOfAsync(There)}")).GetProperty("preferences");
        Assert.Equal(("Sails in Kiel", System.Text.Json.JsonValueKind.Null), (wishes.GetProperty("note").GetString(), wishes.GetProperty("everyWeeks").ValueKind));
    }

    [Fact]
    public async Task A_note_that_does_not_arrive_stays_in_the_field_and_is_saved_later()
    {
        await using var mailbox = Ana();
        await using var api = await mailbox.ReadAsync();
        var person = await PersonPage.OpenAsync(browser, api, There);

        await person.Page.Context.SetOfflineAsync(true);
        await person.Note.FillAsync("Sails in Kiel");
        await Expect(person.Wishes).ToContainTextAsync("Not saved yet; your text is still here");
        await Expect(person.Note).ToHaveValueAsync("Sails in Kiel");

        await person.Page.Context.SetOfflineAsync(false);
        await person.Note.BlurAsync();
        await Expect(person.Wishes).ToContainTextAsync("Saved");
        Assert.Equal("Sails in Kiel", (await api.GetAsync($"/api/contacts/{await api.IdOfAsync(There)}")).GetProperty("preferences").GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_pin_is_shown_where_it_is_ended_and_not_offered_again()
    {
        await using var mailbox = Ana();
        await using var api = await mailbox.ReadAsync();
        var person = await PersonPage.OpenAsync(browser, api, There);

        await person.ActAsync("pin");
        var standing = person.Page.GetByTestId("standing-pin");
        await Expect(standing).ToContainTextAsync("Pinned");
        await person.View.GetByTestId("more").ClickAsync();
        await Expect(person.View.GetByTestId("action-rest")).ToBeVisibleAsync();
        await Expect(person.View.GetByTestId("action-pin")).ToHaveCountAsync(0);
        await person.Page.Keyboard.PressAsync("Escape");

        await standing.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(standing).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_saved_draft_is_told_of()
    {
        await using var mailbox = Ana();
        await using var api = await mailbox.ReadAsync();
        using var saved = await api.PostAsync($"/api/contacts/{await api.IdOfAsync(There)}/drafts/save", new { subject = "Hello", text = "Hi Ana" });
        Assert.True(saved.IsSuccessStatusCode);

        var person = await PersonPage.OpenAsync(browser, api, There);

        await Expect(person.Page.GetByTestId("outcome")).ToHaveTextAsync("Drafted on 15 Jun 2026");
    }

    [Fact]
    public async Task All_that_can_be_opened_is_readable_and_within_the_pane()
    {
        var name = "<b>Ana</b> " + new string('W', 120);
        await using var mailbox = new ServedMailbox().Exchange(Somebody(There, name), weeks: 14, silentDays: 200).Exchange(Somebody(Unlike, name), weeks: 9, silentDays: 300);
        await using var api = await mailbox.ReadAsync();
        using var said = await api.PutAsync(
            $"/api/contacts/{await api.IdOfAsync(There)}/preferences", new { pinned = true, everyWeeks = 6, tags = new[] { new string('m', 40), "<i>" }, note = "Kiel" });
        Assert.True(said.IsSuccessStatusCode);
        foreach (var look in Look.Several)
        {
            var person = await PersonPage.OpenAsync(browser, api, There, look.Width, look.Scheme, look.Forced, look.Locale);
            await person.Why.Locator("summary").ClickAsync();
            await Expect(person.MaybeSame).ToBeVisibleAsync();
            await look.HoldAsync(person.Page, "person-whole");
            await person.Page.Context.CloseAsync();
        }
    }

    private static ServedMailbox Ana() => new ServedMailbox().Exchange(Somebody(There, "Ana Fox"), weeks: 14, silentDays: 200);
}
