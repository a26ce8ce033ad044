using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Mailboxes;

public sealed class ReadingTests
{
    [Fact]
    public async Task Reading_is_shown_from_the_first_message_to_the_last()
    {
        using var mailbox = new MailboxFile();
        for (var week = 0; week < 40; week++)
        {
            mailbox.Exchange($"p{week}.friend@there.example", weeks: 2, silentDays: 100 + week);
        }

        await using var api = await RunningApi.StartAsync("--mailbox", mailbox.Path, "--owner", MailboxFile.Owner, "--InboxNetworker:Reading:PageSize", "10");
        var last = await api.WaitForReadingAsync();

        Assert.Equal("ready", last.GetProperty("state").GetString());
        Assert.False(last.GetProperty("running").GetBoolean());
        Assert.Equal(161, last.GetProperty("messagesTotal").GetInt32());
        Assert.Equal(161, last.GetProperty("messagesRead").GetInt32());
        Assert.Equal(41, last.GetProperty("contacts").GetInt32());
        Assert.Equal(RunningApi.Now, last.GetProperty("lastReadAt").GetDateTimeOffset());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, last.GetProperty("lastError").ValueKind);
        var report = await api.GetAsync("/api/sync");
        Assert.All(last.EnumerateObject(), said => Assert.Equal(said.Value.ToString(), report.GetProperty(said.Name).ToString()));
        Assert.Matches("^[0-9a-f]{32}$", report.GetProperty("digest").GetString());
    }

    [Fact]
    public async Task Copies_of_one_message_count_once()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 4, silentDays: 100);
        foreach (var line in File.ReadLines(mailbox.Path).Skip(2).ToList())
        {
            mailbox.Raw("<copy-" + line[1..].Replace("\tinbox", "\tall_documents", StringComparison.Ordinal).Replace("\tsent_items", "\tall_documents", StringComparison.Ordinal));
        }

        await using var api = await RunningApi.ReadAsync(mailbox);
        var person = await api.GetAsync($"/api/contacts/{await api.IdOfAsync("ana.fox@there.example")}");

        Assert.Equal(4, person.GetProperty("totals").GetProperty("sent").GetInt32());
        Assert.Equal(4, person.GetProperty("totals").GetProperty("received").GetInt32());
    }

    [Fact]
    public async Task Reading_again_changes_nothing_when_nothing_is_new()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 100).Exchange("bo.hill@there.example", weeks: 3, silentDays: 300);
        await using var api = await RunningApi.ReadAsync(mailbox);
        var before = await StoredAsync();

        await api.ReadAgainAsync();

        Assert.Equal(before, await StoredAsync());

        async Task<(string? Digest, string List)> StoredAsync() => (
            (await api.GetAsync("/api/sync")).GetProperty("digest").GetString(),
            string.Join(' ', (await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString() + i.GetProperty("reasons"))));
    }

    [Fact]
    public async Task The_mailbox_is_read_again_when_the_interval_has_passed()
    {
        using var mailbox = new MailboxFile();
        await using var api = await RunningApi.ReadAsync(mailbox);

        api.Time.Advance(TimeSpan.FromMinutes(10));

        await foreach (var status in api.WatchAsync())
        {
            if (status.GetProperty("lastReadAt").GetDateTimeOffset() == RunningApi.Now.AddMinutes(10))
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_service_out_of_reach_is_told_with_what_to_do()
    {
        // Nothing listens on port 1 of a computer's own address.
        await using var api = await RunningApi.StartAsync("--graph", "http://127.0.0.1:1");

        var last = await api.WaitForReadingAsync();

        Assert.Equal("failed", last.GetProperty("state").GetString());
        Assert.Equal("Microsoft 365 cannot be reached right now", last.GetProperty("lastError").GetProperty("title").GetString());
        Assert.NotEmpty(last.GetProperty("lastError").GetProperty("detail").GetString()!);
        Assert.Empty((await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_emulator_elsewhere_gives_the_same_list()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 100);
        await using var here = await RunningApi.ReadAsync(mailbox);
        var emulator = here.Services.GetService(typeof(Api.Hosting.DemoMailbox)) as Api.Hosting.DemoMailbox;

        await using var there = await RunningApi.StartAsync("--graph", emulator!.Service.GetLeftPart(UriPartial.Authority));
        await there.WaitForReadingAsync();

        Assert.Equal((await here.GetAsync("/api/reconnect")).ToString(), (await there.GetAsync("/api/reconnect")).ToString());
    }
}
