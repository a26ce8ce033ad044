using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InboxNetworker.Browser.Tests;

public sealed class DraftJourneyTests(Browser browser)
{
    [Fact]
    public async Task A_draft_is_one_click_away_and_once_saved_stands_in_Drafts()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200, subject: "Budget");
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();

        await preview.ClickAsync("Write to Ana Fox");
        await Expect(preview.Text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Hi Ana,"));
        await preview.Subject.FillAsync("Coffee & <cake>?");
        await preview.Text.FillAsync("Hi Ana,\n\nit has been a while.\n\nBest wishes");
        await preview.ClickAsync("Save to Drafts");
        await Expect(preview.Pane).ToContainTextAsync("Saved to your Drafts folder");
        await preview.OpenFolderAsync("drafts");

        var draft = preview.Messages.Filter(new() { HasText = "Coffee & <cake>?" });
        await Expect(draft).ToHaveCountAsync(1);
        await draft.ClickAsync();
        await Expect(preview.ReadingPane).ToContainTextAsync("it has been a while.");
        await Expect(preview.ReadingPane).ToContainTextAsync("Ana Fox");
    }

    [Fact]
    public async Task A_draft_that_cannot_be_saved_is_kept_in_the_pane()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        await preview.ClickAsync("Write to Ana Fox");
        await preview.Text.FillAsync("A line I would not like to lose.");
        await preview.Page.RouteAsync("**/drafts/save", route => route.AbortAsync());

        await preview.ClickAsync("Save to Drafts");

        await Expect(preview.Pane).ToContainTextAsync("InboxNetworker does not answer");
        await Expect(preview.Pane).ToContainTextAsync("Your text is still here.");
        await Expect(preview.Text).ToHaveValueAsync("A line I would not like to lose.");
        await preview.Page.UnrouteAsync("**/drafts/save");
        await preview.ClickAsync("Save to Drafts");
        await Expect(preview.Pane).ToContainTextAsync("Saved to your Drafts folder");
    }
}
