using System.Net;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Api.Tests.Store;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Mailboxes;

public sealed class AuditTests
{
    private const string Ana = "ana.fox@there.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_read_and_done_is_shown_the_newest_first_and_names_nobody()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await api.ReadAgainAsync();
        (await api.PostAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/drafts", new { subject = "Hello", text = "How are you?", to = (string[]?)null, @continue = false })).Dispose();
        (await api.Client.GetAsync("/api/export", Cancellation)).Dispose();
        (await api.Client.DeleteAsync($"/api/contacts/{await api.IdOfAsync(Ana)}", Cancellation)).Dispose();

        var text = (await api.GetAsync("/api/audit")).GetRawText();
        var items = JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["forget", "export"], items.Take(2).Select(i => i.GetProperty("what").GetString()));
        var reading = items[^1];
        Assert.Equal(("reading", 6, 2), (reading.GetProperty("what").GetString(), reading.GetProperty("count").GetInt32(), reading.GetProperty("times").GetInt32()));
        Assert.All(new[] { "ana", "fox", "plans", "there.example" }, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_is_given_in_pages()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        (await api.Client.GetAsync("/api/export", Cancellation)).Dispose();

        var first = await api.GetAsync("/api/audit?limit=1");
        var second = await api.GetAsync($"/api/audit?limit=1&cursor={first.GetProperty("cursor").GetString()}");

        Assert.Equal(("export", "reading"), (What(first), What(second)));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("cursor").ValueKind);
        await ProblemAssert.IsProblemAsync(await api.Client.GetAsync("/api/audit?cursor=x", Cancellation), HttpStatusCode.BadRequest);
        await ProblemAssert.IsProblemAsync(await api.Client.GetAsync("/api/audit?limit=0", Cancellation), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task It_keeps_a_thousand_lines_and_a_year_and_each_mailbox_its_own()
    {
        await using var store = new StoreFile();
        var (mailbox, other) = (await store.MailboxAsync("owner"), await store.MailboxAsync("another"));
        await using var db = store.Open();
        await db.NoteAsync(other, AuditEvent.Export, 0, RunningApi.Now.AddYears(-2), Cancellation);
        for (var n = 1; n <= AuditQueries.MaxRows + 20; n++)
        {
            await db.NoteAsync(mailbox, AuditEvent.Export, n, RunningApi.Now, Cancellation);
        }

        var kept = await db.AuditAsync(mailbox, before: null, 2000, Cancellation);
        Assert.Equal((AuditQueries.MaxRows, AuditQueries.MaxRows + 20, 21), (kept.Count, kept[0].Count, kept[^1].Count));
        Assert.Single(await db.AuditAsync(other, before: null, 10, Cancellation));

        await db.NoteAsync(mailbox, AuditEvent.Forget, 1, RunningApi.Now.AddDays(366), Cancellation);
        Assert.Equal(AuditEvent.Forget, Assert.Single(await db.AuditAsync(mailbox, before: null, 10, Cancellation)).What);
    }

    [Fact]
    public async Task For_how_long_single_messages_are_kept_can_be_said()
    {
        await using var mailbox = Mailbox().Received(Somebody(Ana, "Ana Fox"), daysAgo: 5 * 365, subject: "Years ago");
        await using var api = await mailbox.ReadAsync();
        var sums = await SumAsync(api);
        var kept = await api.GetAsync("/api/retention");
        Assert.Equal((3, JsonValueKind.String), (kept.GetProperty("years").GetInt32(), kept.GetProperty("droppedBefore").ValueKind));

        (await api.PutAsync("/api/retention", new { years = 0 })).EnsureSuccessStatusCode();
        Assert.Equal(0, (await api.GetAsync("/api/retention")).GetProperty("years").GetInt32());
        await ProblemAssert.IsProblemAsync(await api.PutAsync("/api/retention", new { years = 51 }), HttpStatusCode.BadRequest);
        await ProblemAssert.IsProblemAsync(await api.PutAsync("/api/retention", new { years = -1 }), HttpStatusCode.BadRequest);

        await using var again = await mailbox.ReadAnewAndRestartAsync(api);
        Assert.Equal(sums, await SumAsync(again));
    }

    private static ServedMailbox Mailbox() => new ServedMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 3, silentDays: 200);

    private static string? What(JsonElement page) => page.GetProperty("items").EnumerateArray().Single().GetProperty("what").GetString();

    private static async Task<string> SumAsync(RunningApi api)
    {
        var person = await api.GetAsync($"/api/contacts/{await api.IdOfAsync(Ana)}");
        return person.GetProperty("totals").GetRawText() + person.GetProperty("history").GetRawText();
    }
}
