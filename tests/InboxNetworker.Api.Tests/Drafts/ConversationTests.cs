using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Drafts;

/// <summary>Continuing the last conversation: a reply in its thread, where the mailbox still has it and the owner allows it.</summary>
public sealed class ConversationTests
{
    private const string Ana = "ana.fox@there.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_goes_to_the_person_in_the_same_conversation_with_its_history_quoted()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var id = await api.IdOfAsync(Ana);

        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "ignored", text = "Hi Ana,\n\nyes & gladly", @continue = true });
        var view = await saved.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        Assert.True(view.GetProperty("continued").GetBoolean());
        Assert.Equal("RE: Offer", view.GetProperty("subject").GetString());
        var draft = Assert.Single(await MessagesAsync(mailbox, "drafts"));
        var answered = (await MessagesAsync(mailbox, "inbox")).First(m => m.GetProperty("subject").GetString() == "Offer");
        Assert.Equal(answered.GetProperty("conversationId").GetString(), draft.GetProperty("conversationId").GetString());
        Assert.Equal(Ana, Assert.Single(draft.GetProperty("toRecipients").EnumerateArray()).GetProperty("emailAddress").GetProperty("address").GetString());
        var body = draft.GetProperty("body").GetProperty("content").GetString();
        Assert.Contains("<p>Hi Ana,</p><p>yes &amp; gladly</p>", body, StringComparison.Ordinal);
        Assert.Contains("<b>Subject:</b> Offer", body, StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Null, (await api.GetAsync($"/api/contacts/{id}")).GetProperty("outcome").ValueKind);
    }

    [Fact]
    public async Task Nobody_reads_a_body_to_reply()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        using var saved = await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/drafts/save", new { subject = "", text = "Hi", @continue = true });

        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        Assert.DoesNotContain(mailbox.Requests, r => r.Contains("body", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(mailbox.Requests, r => r.EndsWith("/send", StringComparison.OrdinalIgnoreCase) || r.Contains("sendMail", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Where_the_conversation_is_gone_it_becomes_a_new_mail_that_says_Re_only_as_an_answer_to_theirs()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        foreach (var message in await MessagesAsync(mailbox, "inbox"))
        {
            using var http = Client();
            using var gone = await http.DeleteAsync(mailbox.Graph($"me/messages/{Uri.EscapeDataString(message.GetProperty("id").GetString()!)}"), Cancellation);
            using var again = await http.DeleteAsync(mailbox.Graph($"me/messages/{Uri.EscapeDataString(message.GetProperty("id").GetString()!)}"), Cancellation);
        }

        using var saved = await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/drafts/save", new { subject = "x", text = "Hi", @continue = true });
        var view = await saved.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.False(view.GetProperty("continued").GetBoolean());
        Assert.Equal("Re: Offer", view.GetProperty("subject").GetString());

        api.Time.Advance(TimeSpan.FromDays(1));
        mailbox.Send(ServedMailbox.Somebody(Ana, "Ana Fox"), RunningApi.Now.AddHours(2), "Our own");
        await api.ReadAgainAsync();
        foreach (var message in await MessagesAsync(mailbox, "sentitems"))
        {
            using var http = Client();
            using var gone = await http.DeleteAsync(mailbox.Graph($"me/messages/{Uri.EscapeDataString(message.GetProperty("id").GetString()!)}"), Cancellation);
            using var again = await http.DeleteAsync(mailbox.Graph($"me/messages/{Uri.EscapeDataString(message.GetProperty("id").GetString()!)}"), Cancellation);
        }

        using var own = await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/drafts/save", new { subject = "As I wrote it", text = "Hi", @continue = true });
        Assert.Equal("As I wrote it", (await own.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Without_the_permission_to_write_drafts_it_says_which_is_missing_and_nothing_is_noted()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var id = await api.IdOfAsync(Ana);
        mailbox.Grant("User.Read Mail.ReadBasic Calendars.ReadBasic People.Read");

        foreach (var continues in new[] { true, false })
        {
            using var refused = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "x", text = "Hi", @continue = continues });
            await ProblemAssert.SaysAsync(refused, HttpStatusCode.Forbidden, "Mail.ReadWrite");
        }

        Assert.Equal(JsonValueKind.Null, (await api.GetAsync($"/api/contacts/{id}")).GetProperty("outcome").ValueKind);
        mailbox.Grant("User.Read Mail.ReadWrite Calendars.ReadBasic People.Read");
        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "x", text = "Hi", @continue = true });
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
    }

    [Fact]
    public async Task What_came_of_a_draft_is_learned_from_later_readings()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        var id = await api.IdOfAsync(Ana);
        using var saved = await api.PostAsync($"/api/contacts/{id}/drafts/save", new { subject = "Hello", text = "Hi" });
        Assert.Equal(JsonValueKind.Null, (await OutcomeAsync()).GetProperty("sentAt").ValueKind);

        api.Time.Advance(TimeSpan.FromDays(1));
        mailbox.Send(ServedMailbox.Somebody(Ana, "Ana Fox"), RunningApi.Now.AddHours(2));
        await api.ReadAgainAsync();
        Assert.Equal(RunningApi.Now.AddHours(2), (await OutcomeAsync()).GetProperty("sentAt").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, (await OutcomeAsync()).GetProperty("answeredAt").ValueKind);

        mailbox.Arrive(ServedMailbox.Somebody(Ana, "Ana Fox"), daysAgo: -0.5);
        await api.ReadAgainAsync();
        Assert.Equal(RunningApi.Now.AddHours(12), (await OutcomeAsync()).GetProperty("answeredAt").GetDateTimeOffset());

        var month = await api.GetAsync("/api/month");
        Assert.Equal((1, 1, 0), (month.GetProperty("reconnected").GetInt32(), month.GetProperty("answered").GetInt32(), month.GetProperty("met").GetInt32()));
        Assert.Equal(id, Assert.Single(month.GetProperty("people").EnumerateArray()).GetProperty("contactId").GetString());
        Assert.Empty((await api.GetAsync("/api/month?month=2026-05")).GetProperty("people").EnumerateArray());
        using var refused = await api.Client.GetAsync("/api/month?month=2026-13", Cancellation);
        await ProblemAssert.IsProblemAsync(refused, HttpStatusCode.BadRequest);

        async Task<JsonElement> OutcomeAsync() => (await api.GetAsync($"/api/contacts/{id}")).GetProperty("outcome");
    }

    /// <summary>Months of mails both ways, and an offer they wrote last, 200 days ago.</summary>
    private static ServedMailbox Mailbox() =>
        new ServedMailbox().Exchange(ServedMailbox.Somebody(Ana, "Ana Fox"), weeks: 6, silentDays: 207).Received(ServedMailbox.Somebody(Ana, "Ana Fox"), 200, "Offer");

    private static HttpClient Client()
    {
        var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", "any") } };
        http.DefaultRequestHeaders.Add("Prefer", "IdType=\"ImmutableId\"");
        return http;
    }

    private static async Task<IReadOnlyList<JsonElement>> MessagesAsync(ServedMailbox mailbox, string folder)
    {
        using var http = Client();
        using var answer = await http.GetAsync(mailbox.Graph($"me/mailFolders/{folder}/messages?$top=100"), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return [.. page.GetProperty("value").EnumerateArray()];
    }
}
