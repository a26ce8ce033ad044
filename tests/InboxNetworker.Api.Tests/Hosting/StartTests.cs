using System.Net.NetworkInformation;
using InboxNetworker.Api.Hosting;

namespace InboxNetworker.Api.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("--mailbox is not there", "--mailbox", "/nowhere/mail.tsv", "--owner", "me@here.example")]
    [InlineData("--mailbox without a value", "--mailbox")]
    [InlineData("--mailbx is no option", "--mailbx", "x")]
    [InlineData("--as-of is no day", "--as-of", "2001-13-01")]
    [InlineData("--graph is no address", "--graph", "nonsense")]
    [InlineData("--graph over plain http elsewhere", "--graph", "http://graph.example")]
    [InlineData("--graph with --mailbox", "--graph", "http://127.0.0.1:1", "--mailbox", "x.tsv")]
    [InlineData("--urls that others reach", "--urls", "http://0.0.0.0:0")]
    [InlineData("--urls that others reach too", "--urls", "http://*:0")]
    [InlineData("--owner without a mailbox file", "--owner", "me@here.example")]
    [InlineData("a mode that does not exist", "--InboxNetworker:Mode", "Fast")]
    [InlineData("a page size out of range", "--InboxNetworker:Reading:PageSize", "0")]
    [InlineData("an interval that is no number", "--InboxNetworker:Reading:IntervalMinutes", "often")]
    public async Task A_start_that_cannot_work_says_why(string what, params string[] options)
    {
        var failure = await Assert.ThrowsAsync<StartException>(async () =>
        {
            await using var api = await RunningApi.StartAsync(options);
        });

        Assert.True(failure.Message.Length > 30, what);
        Assert.Contains(options[0].Replace("--InboxNetworker:", string.Empty, StringComparison.Ordinal).TrimStart('-'), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_readable_stops_the_start_and_names_the_file()
    {
        using var folder = new TestFolder();
        var file = folder.Write("mail.tsv", "this is not a mailbox\nat all\n");

        var failure = await Assert.ThrowsAsync<StartException>(async () =>
        {
            await using var api = await RunningApi.StartAsync("--mailbox", file, "--owner", "me@here.example");
        });

        Assert.Contains("mail.tsv", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_without_a_known_owner_asks_for_one()
    {
        using var mailbox = new MailboxFile();

        var failure = await Assert.ThrowsAsync<StartException>(async () =>
        {
            await using var api = await RunningApi.StartAsync("--mailbox", mailbox.Path);
        });

        Assert.Contains("--owner", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_on_one_computer_do_not_meet_and_take_no_port_from_each_other()
    {
        using var first = new MailboxFile().Exchange("ana.fox@there.example", weeks: 4, silentDays: 100);
        using var second = new MailboxFile();
        await using var one = await RunningApi.ReadAsync(first);
        await using var other = await RunningApi.ReadAsync(second);

        Assert.Equal(8, await MessagesAsync(one) - await MessagesAsync(other));
        Assert.DoesNotContain(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), l => l.Port == 11111);

        static async Task<int> MessagesAsync(RunningApi api) => (await api.GetAsync("/api/sync")).GetProperty("messagesRead").GetInt32();
    }

    [Fact]
    public async Task Good_lines_are_kept_and_bad_ones_reported_with_their_number()
    {
        using var mailbox = new MailboxFile().Exchange("ana.fox@there.example", weeks: 6, silentDays: 100)
            .Raw("too\tfew\tcolumns")
            .Raw("<x@test>\tyesterday\tana.fox@there.example\towner@here.example\t\t\tHello\tinbox");
        await using var api = await RunningApi.ReadAsync(mailbox);

        var report = string.Join('\n', ((DemoMailbox)api.Services.GetService(typeof(DemoMailbox))!).Report);

        Assert.Single((await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray());
        Assert.Contains("mail.tsv:15", report, StringComparison.Ordinal);
        Assert.Contains("mail.tsv:16", report, StringComparison.Ordinal);
    }
}
