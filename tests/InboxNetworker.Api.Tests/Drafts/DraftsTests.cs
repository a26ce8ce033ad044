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
}
