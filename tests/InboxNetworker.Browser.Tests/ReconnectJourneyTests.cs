using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

/// <summary>Looking at the sample mailbox.</summary>
public sealed class ReconnectJourneyTests(Browser browser, SampleMailboxApi api) : IClassFixture<SampleMailboxApi>
{
    [Fact]
    public async Task The_preview_says_that_it_is_not_Outlook_and_the_pane_is_320_pixels_wide()
    {
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();

        await Expect(preview.Label).ToHaveTextAsync("Preview: sample mailbox, not Outlook");
        Assert.Equal(320, (await preview.Pane.BoundingBoxAsync())!.Width);
        await Expect(preview.Messages.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_shows_whom_to_reconnect_with_and_why()
    {
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();

        await Expect(preview.People.Nth(9)).ToBeVisibleAsync();
        foreach (var person in await preview.People.AllAsync())
        {
            await Expect(person.Locator(".reason-first")).ToContainTextAsync("nothing for");
            await Expect(person.GetByRole(AriaRole.Button, new() { NameRegex = new("^Write to ") })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Selecting_a_message_shows_its_sender_above_the_list()
    {
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        var message = preview.Messages.Filter(new() { HasText = "Re:" }).First;
        var sender = await message.Locator(".message-who").InnerTextAsync();

        await message.ClickAsync();

        await Expect(preview.MessageCard).ToContainTextAsync(sender);
        await Expect(preview.MessageCard.Locator(".reason-first")).ToBeVisibleAsync();
        await Expect(preview.ReadingPane).ToContainTextAsync("InboxNetworker never reads message text");
        Assert.True((await preview.MessageCard.BoundingBoxAsync())!.Y < (await preview.People.First.BoundingBoxAsync())!.Y);
    }

    [Fact]
    public async Task A_name_opens_the_person_with_their_history_and_back_returns_to_the_list()
    {
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        var name = await preview.People.First.GetAttributeAsync("aria-label");

        await preview.ClickAsync(name!);

        await Expect(preview.Page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
        await Expect(preview.Pane).ToContainTextAsync("Weeks in touch");
        await preview.ClickAsync("Back");
        await Expect(preview.People.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_search_finds_anybody()
    {
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        var name = (await preview.People.Nth(3).GetAttributeAsync("aria-label"))!;

        await preview.Search.FillAsync(name);

        await Expect(preview.People).ToHaveCountAsync(1);
        await Expect(preview.People.First).ToHaveAttributeAsync("aria-label", name);
    }

    [Fact]
    public async Task The_list_goes_on_until_everybody_is_shown_once()
    {
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        var shown = await preview.People.CountAsync();

        await preview.ClickAsync("Show more");

        await Expect(preview.People.Nth(shown)).ToBeVisibleAsync();
        var ids = await preview.People.EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.contactId)");
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task Everybody_on_a_message_is_shown_with_how_things_stand_between_the_two()
    {
        const string Ana = "ana.fox@there.example", Ben = "ben.holt@there.example";
        using var mailbox = new MailboxFile()
            .Exchange(Ana, weeks: 8, silentDays: 3)
            .Exchange(Ben, weeks: 8, silentDays: 200).Sent(Ben, 180)
            .Received(Ana, 0.1, "All of us", cc: string.Join(';', Ben, "new.face@there.example", "cleo.oak@there.example", "dan.elm@there.example"));
        await using var running = await RunningApi.ReadAsync(mailbox);
        var preview = await PreviewPage.OpenAsync(browser, running.Address);

        await preview.Messages.Filter(new() { HasText = "All of us" }).ClickAsync();

        await Expect(preview.MessageCard.GetByTestId("habit")).ToHaveTextAsync("Usually nearly every week · Your turn to write");
        var others = preview.MessageCard.GetByTestId("other");
        await Expect(others).ToHaveCountAsync(3);
        await Expect(others.First).ToContainTextAsync("Gone quiet");
        await Expect(others.First).ToContainTextAsync("Their turn to write");
        await Expect(others.Nth(1)).ToContainTextAsync("new.face@there.example");
        await Screenshots.SaveAsync(preview.Page, "message-others-1280");

        await preview.ClickAsync("Show 1 more person");
        await Expect(others).ToHaveCountAsync(4);
        await others.First.Locator(".name-link").ClickAsync();
        await Expect(preview.Page.GetByTestId("person-view")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_photo_covers_the_initials_of_whom_the_directory_has_one()
    {
        const string Ana = "ana.fox@here.example", Ben = "ben.holt@here.example";
        await using var mailbox = new ServedMailbox()
            .Exchange(ServedMailbox.Somebody(Ana), weeks: 6, silentDays: 200).Exchange(ServedMailbox.Somebody(Ben), weeks: 6, silentDays: 200)
            .Photographed("Ana Fox", Ana, Pictures.Jpeg).Directory("Ben Holt", Ben);
        await using var running = await mailbox.ReadAsync();
        var preview = await (await PreviewPage.OpenAsync(browser, running.Address)).WithPeopleAsync();

        await Expect(preview.People.Filter(new() { HasText = "Ana" }).Locator(".avatar-photo")).ToHaveCSSAsync("opacity", "1");
        await Expect(preview.People.Filter(new() { HasText = "Ben" }).Locator(".avatar-photo")).ToHaveCountAsync(0);
    }
}
