using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>One person is forgotten, and what was done is shown.</summary>
public sealed class ForgetJourneyTests(Browser browser)
{
    private const string Ana = "ana.fox@there.example";

    [Fact]
    public async Task A_person_is_forgotten_after_one_question_and_read_again_when_their_address_is_said()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 200).Exchange(Somebody("ben.holt@there.example", "Ben Holt"), weeks: 14, silentDays: 210);
        await using var api = await mailbox.ReadAsync();
        var person = await PersonPage.OpenAsync(browser, api, Ana);

        await person.Page.GetByTestId("forget").ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Forget Ana Fox?");
        await Look.Several[0].HoldAsync(person.Page, "person-forget");
        await person.Page.GetByTestId("forget-yes").ClickAsync();
        await Expect(person.Page.GetByTestId("person-view")).ToHaveCountAsync(0);
        Assert.Equal("forgotten", (await api.GetAsync($"/api/contacts/lookup?address={Ana}")).GetProperty("status").GetProperty("code").GetString());

        var preview = await PreviewPage.OpenAsync(browser, api.Address, 320, 720);
        await preview.WithPeopleAsync();
        await preview.GoAsync("settings");
        await Expect(preview.Page.GetByTestId("record")).ToContainTextAsync("One person was forgotten");
        await preview.Page.GetByLabel("Address to read again").FillAsync(Ana);
        await preview.Page.GetByTestId("forgotten").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(preview.Page.GetByTestId("forgotten")).ToHaveCountAsync(0);
        await Look.Several[0].HoldAsync(preview.Page, "settings-record");
    }

    [Fact]
    public async Task For_how_long_single_messages_are_kept_is_chosen()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 14, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        var preview = await PreviewPage.OpenAsync(browser, api.Address, 320, 720);
        await preview.WithPeopleAsync();
        await preview.GoAsync("settings");

        await Expect(preview.Page.GetByTestId("retention").Locator("select")).ToHaveValueAsync("3");
        await preview.Page.GetByTestId("retention").Locator("select").SelectOptionAsync("0");
        await Expect(preview.Page.GetByText("Kept for that long from now on")).ToBeVisibleAsync();
        Assert.Equal(0, (await api.GetAsync("/api/retention")).GetProperty("years").GetInt32());
    }
}
