using System.Data.Common;
using System.Net;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Mailboxes;

/// <summary>The disk fills up, or another program holds the database: it is told, what was stored answers, and the next reading makes it good.</summary>
public sealed class StoreFailureTests
{
    private const int ManyNew = 400;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task When_the_disk_fills_up_it_is_told_and_with_room_again_reading_goes_on(int pagesLeft)
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody("ana.fox@there.example", "Ana Fox"), weeks: 8, silentDays: 200);
        var disk = new Disk();
        await using var api = await mailbox.ReadAsync(services => services.ConfigureDbContext<NetworkContext>(options => options.AddInterceptors(disk)), "--InboxNetworker:Reading:PageSize", "50");
        var before = await PictureAsync(api);
        SomeArrive(mailbox);
        disk.Pages = await PagesAsync(mailbox.Store) + pagesLeft;

        await api.ReadAgainAsync();

        await AssertToldAsync(api, "The disk is full", "Make some room");
        Assert.Equal(before.List, (await PictureAsync(api)).List);
        Assert.Equal(before.Found, (await PictureAsync(api)).Found);

        disk.Pages = Disk.Large;
        await AssertEndsAsUndisturbedAsync(mailbox, api);
    }

    [Theory]
    [InlineData("wal", true)]
    [InlineData("delete", false)]
    public async Task When_another_program_holds_the_database_it_is_told_and_afterwards_reading_goes_on(string journal, bool readable)
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody("ana.fox@there.example", "Ana Fox"), weeks: 8, silentDays: 200);
        await (await mailbox.ReadAsync()).DisposeAsync();
        SqliteConnection.ClearAllPools();
        await using var other = new SqliteConnection($"Data Source={mailbox.Store};Pooling=False");
        await other.OpenAsync(Cancellation);
        Assert.Equal(journal, await AskAsync(other, $"PRAGMA journal_mode = {journal}"));
        await using var api = await mailbox.ReadAsync(adjust: null, "--InboxNetworker:Store:BusySeconds", "1");
        var before = await PictureAsync(api);
        SomeArrive(mailbox);
        await AskAsync(other, "BEGIN EXCLUSIVE");

        await api.ReadAgainAsync();

        await AssertToldAsync(api, "Another program is using the store", "Close the program");
        if (readable)
        {
            Assert.Equal(before, await PictureAsync(api));
        }
        else
        {
            using var list = await api.Client.GetAsync("/api/reconnect", Cancellation);
            await ProblemAssert.SaysAsync(list, HttpStatusCode.ServiceUnavailable, "Close the program");
        }

        using var choice = await api.PutAsync("/api/filtered/there.example", new { leftOut = true });
        await ProblemAssert.SaysAsync(choice, HttpStatusCode.ServiceUnavailable, "Close the program");

        await AskAsync(other, "ROLLBACK");
        Assert.Equal(before, await PictureAsync(api));
        await AssertEndsAsUndisturbedAsync(mailbox, api);
    }

    [Fact]
    public async Task When_the_store_fails_only_while_it_is_asked_how_far_a_reading_is_the_reading_ends_and_the_next_makes_it_good()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody("ana.fox@there.example", "Ana Fox"), weeks: 8, silentDays: 200);
        var counts = new FailingCounts();
        await using var api = await mailbox.ReadAsync(services => services.ConfigureDbContext<NetworkContext>(options => options.AddInterceptors(counts)), "--InboxNetworker:Reading:PageSize", "10");
        SomeArrive(mailbox);
        counts.Fail = true;

        await api.ReadAgainAsync();

        Assert.Equal("failed", (await api.GetAsync("/api/sync")).GetProperty("state").GetString());
        counts.Fail = false;
        await AssertEndsAsUndisturbedAsync(mailbox, api);
    }

    private static void SomeArrive(ServedMailbox mailbox)
    {
        for (var n = 0; n < ManyNew; n++)
        {
            mailbox.Arrive(Somebody($"new.person{n}@elsewhere.example", $"Person Number{n}"), $"Subject {n} {new string('x', 200)}");
        }
    }

    private static async Task AssertToldAsync(RunningApi api, string title, string whatToDo)
    {
        var report = await api.GetAsync("/api/sync");
        Assert.Equal(("failed", false), (report.GetProperty("state").GetString(), report.GetProperty("running").GetBoolean()));
        Assert.Equal(title, report.GetProperty("lastError").GetProperty("title").GetString());
        Assert.Contains(whatToDo, report.GetProperty("lastError").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task AssertEndsAsUndisturbedAsync(ServedMailbox mailbox, RunningApi api)
    {
        var last = await api.ReadAgainAsync();
        Assert.Equal(("ready", ManyNew + 1), (last.GetProperty("state").GetString(), last.GetProperty("contacts").GetInt32()));
        Assert.Equal(JsonValueKind.Null, last.GetProperty("lastError").ValueKind);
        await using var undisturbed = await mailbox.ReadAsync(adjust: null, "--InboxNetworker:Store:File", mailbox.At("undisturbed.db"));
        Assert.Equal((await PictureAsync(undisturbed)).Digest, (await PictureAsync(api)).Digest);
    }

    /// <summary>Who is suggested, what a lookup finds, and the digest; without what changes by the second.</summary>
    private static async Task<(string List, string Found, string Digest)> PictureAsync(RunningApi api)
    {
        var found = (await api.GetAsync("/api/contacts/lookup?address=ana.fox@there.example")).GetProperty("contact");
        return (
            string.Join(' ', (await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("address").GetString())),
            $"{found.GetProperty("name")} {found.GetProperty("totals")} {found.GetProperty("history")}",
            (await api.GetAsync("/api/sync")).GetProperty("digest").GetString()!);
    }

    private static async Task<int> PagesAsync(string store)
    {
        await using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        await connection.OpenAsync(Cancellation);
        return int.Parse((await AskAsync(connection, "PRAGMA page_count"))!, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string?> AskAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync(Cancellation))?.ToString();
    }

    /// <summary>The disk gives an error whenever contacts are counted.</summary>
    private sealed class FailingCounts : DbCommandInterceptor
    {
        private const int InputOutputError = 10;

        public bool Fail { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            Fail && command.CommandText.Contains("COUNT(*)", StringComparison.Ordinal)
                ? throw new SqliteException("disk I/O error", InputOutputError)
                : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>SQLite's own bound on its file stands for the end of the disk.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        public const int Large = 1_000_000;

        public int Pages { get; set; } = Large;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Bound(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Bound(connection);
            return Task.CompletedTask;
        }

        private void Bound(DbConnection connection)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A number.
            command.CommandText = $"PRAGMA max_page_count = {Pages}";
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
