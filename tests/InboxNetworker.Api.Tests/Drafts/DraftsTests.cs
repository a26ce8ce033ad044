using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Drafts;

public sealed class DraftsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_greets_the_person_and_recalls_what_connected_the_two()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200, subject: "Budget <2026>");
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var response = await api.PostAsync($"/api/contacts/{await api.IdOfAsync("ana.fox@there.example")}/drafts");
        var draft = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal("ana.fox@there.example", Assert.Single(draft.GetProperty("to").EnumerateArray()).GetString());
        Assert.StartsWith("Hi Ana,", draft.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("“Budget <2026>”", draft.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<2026>", draft.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(draft.GetProperty("subject").GetString()!);
    }

    [Fact]
    public async Task A_saved_draft_stands_in_the_Drafts_folder_as_it_was_edited()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var id = await api.IdOfAsync("ana.fox@there.example");

        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "Grüße 👋", text = "Hi Ana,\n\n<b>one</b> & two\nthree" });
        var savedId = (await saved.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;

        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        var draft = Assert.Single((await api.GetAsync("/api/preview/messages?folder=drafts")).GetProperty("items").EnumerateArray());
        Assert.Equal("Grüße 👋", draft.GetProperty("subject").GetString());
        Assert.Equal("ana.fox@there.example", draft.GetProperty("to")[0].GetProperty("address").GetString());
        Assert.True(draft.GetProperty("isDraft").GetBoolean());
        var opened = await api.GetAsync($"/api/preview/messages/{Uri.EscapeDataString(savedId)}");
        Assert.Equal("Hi Ana,\n\n<b>one</b> & two\nthree", opened.GetProperty("text").GetString());
        Assert.Equal("Ana Fox", opened.GetProperty("to")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_draft_counts_as_no_contact()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var id = await api.IdOfAsync("ana.fox@there.example");

        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "Hello", text = "Hi Ana" });
        using var again = await api.PostAsync("/api/sync");
        await api.WaitForReadingAsync();

        Assert.Equal("dormant", (await api.GetAsync($"/api/contacts/{id}")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("", "drafts")]
    [InlineData("{\"subject\":\"Hello\",\"text\":\"Hi\"}", "drafts/save")]
    public async Task A_draft_to_nobody_is_not_found(string body, string path)
    {
        using var mailbox = new MailboxFile();
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var response = await api.Client.PostAsync($"/api/contacts/999/{path}", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.NotFound);
    }

    public static TheoryData<string> BadBodies =>
    [
        "",
        "{",
        "null",
        "[]",
        "{\"subject\":\"Hello\"}",
        "{\"subject\":\"Hello\",\"text\":\"  \"}",
        "{\"subject\":null,\"text\":\"Hi\"}",
        "{\"subject\":7,\"text\":\"Hi\"}",
        "{\"subject\":\"Hello\\r\\nBcc: all@there.example\",\"text\":\"Hi\"}",
        "{\"subject\":\"" + new string('x', 256) + "\",\"text\":\"Hi\"}",
        "{\"subject\":\"Hello\",\"text\":\"" + new string('x', 4001) + "\"}",
    ];

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_draft_that_cannot_be_saved_is_refused_and_nothing_is_written(string body)
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);

        using var response = await api.Client.PostAsync(
            $"/api/contacts/{await api.IdOfAsync("ana.fox@there.example")}/drafts/save", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Empty((await api.GetAsync("/api/preview/messages?folder=drafts")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("checkIn", "en", "Our exchange on “Budget”")]
    [InlineData("offerHelp", "en", "Is there anything on your desk just now that I could help with")]
    [InlineData("share", "en", "I came across something that made me think of you and of “Budget”")]
    [InlineData("congratulate", "en", "congratulations!")]
    [InlineData("thank", "en", "Thank you for our exchange on “Budget”")]
    [InlineData("ask", "en", "I have a question")]
    [InlineData("answer", "en", "Thank you for your mail about “Budget”, and sorry to have kept you waiting.")]
    [InlineData("checkIn", "de", "zu «Budget» ist mir wieder eingefallen")]
    [InlineData("offerHelp", "de", "Gibt es gerade etwas, bei dem ich helfen kann")]
    [InlineData("share", "de", "ich bin auf etwas gestoßen, das passen könnte, gerade nach unserem Austausch zu «Budget»")]
    [InlineData("congratulate", "de", "herzlichen Glückwunsch!")]
    [InlineData("thank", "de", "vielen Dank für unseren Austausch")]
    [InlineData("ask", "de", "ich habe eine Frage")]
    [InlineData("answer", "de", "vielen Dank für die Nachricht zu «Budget»")]
    public async Task Every_intent_comes_from_the_mailbox_to_a_draft_in_the_Drafts_folder(string intent, string language, string words)
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200, subject: "Budget");
        await using var api = await RunningApi.ReadAsync(mailbox);
        api.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var id = await api.IdOfAsync("ana.fox@there.example");

        var draft = await ComposeAsync(api, id, new { intent });
        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = draft.GetProperty("subject").GetString(), text = draft.GetProperty("text").GetString() });

        Assert.Equal(intent, draft.GetProperty("intent").GetString());
        Assert.Contains(words, draft.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        var inFolder = Assert.Single((await api.GetAsync("/api/preview/messages?folder=drafts")).GetProperty("items").EnumerateArray());
        Assert.Equal(draft.GetProperty("subject").GetString(), inFolder.GetProperty("subject").GetString());
    }

    [Fact]
    public async Task The_intent_offered_first_follows_from_the_relationship()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200).Exchange("ben.holt@there.example", weeks: 6, silentDays: 30, subject: "Offer");
        await using var api = await RunningApi.ReadAsync(mailbox);

        var ana = await ComposeAsync(api, await api.IdOfAsync("ana.fox@there.example"));
        var ben = await ComposeAsync(api, await api.IdOfAsync("ben.holt@there.example"));

        Assert.Equal("checkIn", ana.GetProperty("intent").GetString());
        Assert.Equal("answer", ben.GetProperty("intent").GetString());
        Assert.Equal("Re: Offer", ben.GetProperty("subject").GetString());
        Assert.Equal(("Offer", true), (ben.GetProperty("continues").GetProperty("subject").GetString(), ben.GetProperty("continues").GetProperty("suggested").GetBoolean()));
        Assert.Equal(8, ben.GetProperty("intents").EnumerateArray().Select(i => i.GetString()).Distinct().Count());
        Assert.Equal("answer", ben.GetProperty("intents")[0].GetString());
    }

    [Fact]
    public async Task Two_people_who_never_appear_together_can_be_introduced_and_the_draft_goes_to_both()
    {
        using var mailbox = new MailboxFile()
            .Exchange("ana.fox@there.example", weeks: 6, silentDays: 100).Exchange("ben.holt@elsewhere.example", weeks: 8, silentDays: 100).Exchange("cara.dunn@third.example", weeks: 9, silentDays: 100)
            .Sent("ana.fox@there.example", daysAgo: 150, cc: "cara.dunn@third.example");
        await using var api = await RunningApi.ReadAsync(mailbox);
        var (ana, ben, cara) = (await api.IdOfAsync("ana.fox@there.example"), await api.IdOfAsync("ben.holt@elsewhere.example"), await api.IdOfAsync("cara.dunn@third.example"));

        var offered = (await api.GetAsync($"/api/contacts/{ana}/introductions")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("contactId").GetString());
        var draft = await ComposeAsync(api, ana, new { intent = "introduce", with = ben });
        using var saved = await api.PostAsync(
            $"/api/contacts/{ana}/drafts/save",
            new { subject = draft.GetProperty("subject").GetString(), text = draft.GetProperty("text").GetString(), to = draft.GetProperty("to") });
        using var known = await api.PostAsync($"/api/contacts/{ana}/drafts", new { intent = "introduce", with = cara });
        using var nobody = await api.PostAsync($"/api/contacts/{ana}/drafts", new { intent = "introduce" });
        using var self = await api.PostAsync($"/api/contacts/{ana}/drafts", new { intent = "introduce", with = ana });

        Assert.Equal([ben], offered);
        Assert.StartsWith("Hi Ana and Ben,", draft.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        var inFolder = Assert.Single((await api.GetAsync("/api/preview/messages?folder=drafts")).GetProperty("items").EnumerateArray());
        Assert.Equal(["ana.fox@there.example", "ben.holt@elsewhere.example"], inFolder.GetProperty("to").EnumerateArray().Select(t => t.GetProperty("address").GetString()));
        Assert.NotEqual(JsonValueKind.Null, (await api.GetAsync($"/api/contacts/{ben}")).GetProperty("outcome").ValueKind);
        Assert.Equal("These two know each other", await ProblemAssert.IsProblemAsync(known, HttpStatusCode.Conflict));
        await ProblemAssert.IsProblemAsync(nobody, HttpStatusCode.BadRequest);
        await ProblemAssert.IsProblemAsync(self, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_draft_to_too_many_or_to_what_is_no_address_is_refused()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 200);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var id = await api.IdOfAsync("ana.fox@there.example");
        string[] hundred = [.. Enumerable.Range(0, 100).Select(n => $"person{n}@there.example")];

        foreach (var to in (string[][])[[], [.. Enumerable.Range(0, 300).Select(n => $"person{n}@there.example")], ["ana"], ["ana.fox@there.example", "ANA.FOX@there.example"], ["a@there.example\r\nBcc: b@there.example"]])
        {
            using var refused = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "Hello", text = "Hi", to });
            await ProblemAssert.SaysAsync(refused, HttpStatusCode.BadRequest, "1 to 100 mail addresses");
        }

        Assert.Empty((await api.GetAsync("/api/preview/messages?folder=drafts")).GetProperty("items").EnumerateArray());
        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "Hello", text = "Hi", to = hundred });
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
    }

    [Fact]
    public async Task A_name_with_markup_and_line_ends_makes_neither_markup_nor_a_header()
    {
        await using var mailbox = new ServedMailbox();
        mailbox.Exchange(ServedMailbox.Somebody("ana@there.example", "Ana\r\nBcc: all@there.example <b>Fox</b>"), weeks: 6, silentDays: 200);
        await using var api = await mailbox.ReadAsync();

        var draft = await ComposeAsync(api, await api.IdOfAsync("ana@there.example"), new { intent = "introduce", with = (string?)null }, HttpStatusCode.BadRequest);
        draft = await ComposeAsync(api, await api.IdOfAsync("ana@there.example"));

        Assert.DoesNotContain(draft.GetProperty("subject").GetString()!, char.IsControl);
        Assert.DoesNotContain("<b>", draft.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\r", draft.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ComposeAsync(RunningApi api, string id, object? wanted = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await api.PostAsync($"/api/contacts/{id}/drafts", wanted ?? new { });
        Assert.Equal(status, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
