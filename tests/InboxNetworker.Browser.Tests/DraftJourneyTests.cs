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

    [Fact]
    public async Task Another_intent_brings_another_text_and_what_was_written_before_is_found_again()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200, subject: "Budget");
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        await preview.ClickAsync("Write to Ana Fox");
        await Expect(preview.Intent).ToHaveValueAsync("checkIn");
        await preview.Text.FillAsync("My own words.");

        await preview.Intent.SelectOptionAsync("ask");
        await Expect(preview.Text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("I have a question"));
        await Expect(preview.Draft).ToContainTextAsync("Still to fill in: [your question]");
        await preview.Intent.SelectOptionAsync("checkIn");

        await Expect(preview.Text).ToHaveValueAsync("My own words.");
        await Expect(preview.Page.GetByTestId("draft-rewrite")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_answer_goes_on_with_the_conversation_unless_it_is_turned_off()
    {
        await using var mailbox = new ServedMailbox()
            .Exchange(ServedMailbox.Somebody("ana.fox@there.example", "Ana Fox"), weeks: 10, silentDays: 60).Received(ServedMailbox.Somebody("ana.fox@there.example", "Ana Fox"), 59, "Offer");
        await using var api = await mailbox.ReadAsync();
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        await preview.ClickAsync("Write to Ana Fox");
        var goesOn = preview.Page.GetByTestId("draft-continue");

        await Expect(preview.Intent).ToHaveValueAsync("answer");
        await Expect(goesOn).ToBeCheckedAsync();
        await Expect(preview.Draft).ToContainTextAsync("«Offer»");
        await Expect(preview.Subject).ToHaveCountAsync(0);
        await goesOn.UncheckAsync();
        await Expect(preview.Subject).ToHaveValueAsync("Re: Offer");
        await goesOn.CheckAsync();
        await preview.Text.FillAsync("Gladly.");
        await preview.ClickAsync("Save to Drafts");
        await Expect(preview.Pane).ToContainTextAsync("Saved to your Drafts folder");
        await preview.OpenFolderAsync("drafts");

        await preview.Messages.Filter(new() { HasText = "RE: Offer" }).ClickAsync();
        await Expect(preview.ReadingPane).ToContainTextAsync("Gladly.");
        await Expect(preview.ReadingPane).ToContainTextAsync("Subject: Offer");
    }

    [Fact]
    public async Task Two_people_are_introduced_in_one_mail_to_both()
    {
        using var mailbox = new MailboxFile()
            .Exchange("ana.fox@there.example", weeks: 9, silentDays: 100).Exchange("ben.holt@elsewhere.example", weeks: 8, silentDays: 30);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        await preview.ClickAsync("Write to Ana Fox");

        await preview.Intent.SelectOptionAsync("introduce");

        await Expect(preview.Text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Hi Ana and Ben,"));
        await Expect(preview.Page.GetByTestId("draft-to")).ToHaveTextAsync("ana.fox@there.example; ben.holt@elsewhere.example");
        await Expect(preview.Page.GetByTestId("draft-with")).ToHaveValueAsync(await api.IdOfAsync("ben.holt@elsewhere.example"));
    }

    [Fact]
    public async Task Where_nobody_can_be_introduced_it_is_said_and_the_text_stays()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 9, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        await preview.ClickAsync("Write to Ana Fox");
        await Expect(preview.Intent).ToHaveValueAsync("checkIn");

        await preview.Intent.SelectOptionAsync("introduce");

        await Expect(preview.Draft).ToContainTextAsync("Everybody you know well enough has already been seen together with them.");
        await Expect(preview.Intent).ToHaveValueAsync("checkIn");
    }

    [Fact]
    public async Task A_template_is_changed_as_its_draft_is_seen_refused_with_its_line_and_taken_back()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200, subject: "Budget");
        await using var api = await RunningApi.ReadAsync(mailbox);
        var preview = await (await PreviewPage.OpenAsync(browser, api.Address)).WithPeopleAsync();
        await preview.GoAsync("settings");
        var (name, text, save) = (preview.Page.GetByTestId("template-checkIn"), preview.Page.GetByTestId("template-text"), preview.Page.GetByTestId("template-save"));
        await name.ClickAsync();
        await Expect(preview.Page.GetByTestId("template-trial")).ToContainTextAsync("Our exchange on “Budget”");

        await text.FillAsync("{{ greeting }}\n{{ oops }}");
        await Expect(preview.Page.GetByTestId("template-refused")).ToContainTextAsync("Line 2 of the text: There is no value «oops»");
        await Expect(save).ToHaveAttributeAsync("aria-disabled", "true");
        await text.FillAsync("{{ greeting }}\n\nhow was {{ topic }}?");
        await Expect(preview.Page.GetByTestId("template-trial")).ToContainTextAsync("how was Budget?");
        await save.ClickAsync();
        await Expect(name).ToContainTextAsync("Changed");

        await preview.GoAsync("reconnect");
        await preview.ClickAsync("Write to Ana Fox");
        await Expect(preview.Text).ToHaveValueAsync("Hi Ana,\n\nhow was Budget?");
        await preview.ClickAsync("Back");
        await preview.GoAsync("settings");
        await name.ClickAsync();
        await preview.Page.GetByTestId("template-reset").ClickAsync();
        await Expect(name).Not.ToContainTextAsync("Changed");
    }

    [Fact]
    public async Task What_came_of_a_draft_stands_with_the_person_and_in_the_month()
    {
        await using var mailbox = new ServedMailbox().Exchange(ServedMailbox.Somebody("ana.fox@there.example", "Ana Fox"), weeks: 10, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        using var saved = await api.PostAsync($"/api/contacts/{await api.IdOfAsync("ana.fox@there.example")}/drafts/save", new { subject = "Hello", text = "Hi" });
        api.Time.Advance(TimeSpan.FromDays(3));
        mailbox.Send(ServedMailbox.Somebody("ana.fox@there.example", "Ana Fox"), RunningApi.Now.AddDays(1));
        mailbox.Arrive(ServedMailbox.Somebody("ana.fox@there.example", "Ana Fox"), daysAgo: -2);
        await api.ReadAgainAsync();
        var preview = await PreviewPage.OpenAsync(browser, api.Address);
        await preview.GoAsync("alerts");

        await preview.Page.GetByTestId("month-open").ClickAsync();
        await Expect(preview.Page.GetByRole(AriaRole.Heading, new() { Name = "Looking back" })).ToBeFocusedAsync();
        await Expect(preview.Page.GetByTestId("month-line")).ToHaveTextAsync("1 reconnected, 1 answered");
        await preview.Page.GetByTestId("month-before").ClickAsync();
        await Expect(preview.Pane).ToContainTextAsync("A quiet month");
        await preview.Page.GetByTestId("month-after").ClickAsync();
        await preview.Page.GetByTestId("month-view").GetByRole(AriaRole.Button, new() { Name = "Ana Fox" }).ClickAsync();

        await Expect(preview.Page.GetByTestId("outcome").Locator("li")).ToHaveTextAsync(["Drafted on 15 Jun 2026", "Sent on 16 Jun 2026", "Answered on 17 Jun 2026"]);
    }
}
