using System.IO.Compression;
using System.Net;
using System.Text.Json;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Api.Tests.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Mailboxes;

/// <summary>What is stored can be taken along, and can go.</summary>
public sealed class OwnDataTests
{
    private const string Ana = "ana.fox@there.example", Note = "likes sailing in Kiel";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_is_stored_can_be_taken_along()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await NoteAsync(api, "=2+3 " + Note);

        using var response = await api.Client.GetAsync("/api/export", Cancellation);
        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("inboxnetworker.zip", response.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync(Cancellation));

        var person = JsonDocument.Parse(Text(archive, "everything.json")).RootElement.GetProperty("people").EnumerateArray().Single();
        Assert.Equal("Ana Fox", person.GetProperty("name").GetString());
        Assert.Equal(20, person.GetProperty("weeks").EnumerateArray().Sum(w => w.GetProperty("sent").GetInt32() + w.GetProperty("received").GetInt32()));
        Assert.Equal("=2+3 " + Note, person.GetProperty("wishes").GetProperty("note").GetString());
        Assert.Contains($"Ana Fox,{Ana},", Text(archive, "people.csv"), StringComparison.Ordinal);
        Assert.Contains("'=2+3", Text(archive, "people.csv"), StringComparison.Ordinal);
        Assert.Equal(1 + person.GetProperty("weeks").GetArrayLength(), Text(archive, "weeks.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(-2, "-2")]
    [InlineData(null, "")]
    public void A_cell_is_text_to_a_spreadsheet_and_nothing_else(object? value, string cell) => Assert.Equal(cell, CsvFile.Cell(value));

    [Fact]
    public async Task What_is_erased_stands_nowhere_in_the_file_and_can_be_read_anew()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await NoteAsync(api, Note);
        var before = (await api.GetAsync("/api/sync")).GetProperty("digest").GetString();
        Assert.True(Holds(mailbox.Store, Ana) && Holds(mailbox.Store, Note));

        using (var answer = await api.Client.DeleteAsync("/api/data", Cancellation))
        {
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        foreach (var text in new[] { Ana, Note, "Ana Fox", "Plans", "owner@here.example", "Olga Owner" })
        {
            Assert.False(Holds(mailbox.Store, text), $"«{text}» still stands in the file.");
        }

        Assert.Empty((await api.GetAsync("/api/reconnect")).GetProperty("items").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, (await api.GetAsync("/api/sync")).GetProperty("lastReadAt").ValueKind);

        await api.ReadAgainAsync();
        Assert.Equal(before, (await api.GetAsync("/api/sync")).GetProperty("digest").GetString());
        Assert.Equal(JsonValueKind.Null, (await api.GetAsync($"/api/contacts/{await api.IdOfAsync(Ana)}")).GetProperty("preferences").GetProperty("note").ValueKind);
    }

    [Fact]
    public async Task After_an_erasure_nothing_is_read_until_it_is_asked_for()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();

        (await api.Client.DeleteAsync("/api/data", Cancellation)).EnsureSuccessStatusCode();
        api.Time.Advance(TimeSpan.FromHours(3));

        Assert.False((await api.GetAsync("/api/sync")).GetProperty("running").GetBoolean());
        Assert.False(Holds(mailbox.Store, Ana));
    }

    [Fact]
    public async Task An_erasure_waits_for_whoever_still_reads_what_was()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();
        await using var reader = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = mailbox.Store, Pooling = false }.ToString());
        await reader.OpenAsync(Cancellation);
        await using var reading = reader.BeginTransaction(deferred: true);
        await using (var look = new SqliteCommand("SELECT COUNT(*) FROM contact", reader, reading))
        {
            Assert.Equal(1L, await look.ExecuteScalarAsync(Cancellation));
        }

        var erasing = api.Client.DeleteAsync("/api/data", Cancellation);
        while (!erasing.IsCompleted && (await api.GetAsync("/api/owner")).GetProperty("addresses").GetArrayLength() > 0)
        {
            await Task.Yield();
        }

        Assert.False(erasing.IsCompleted);
        await reading.RollbackAsync(Cancellation);
        (await erasing).EnsureSuccessStatusCode();
        Assert.False(Holds(mailbox.Store, Ana));
    }

    [Fact]
    public async Task The_owners_addresses_are_told_and_are_gone_with_the_rest()
    {
        await using var mailbox = Mailbox();
        await using var api = await mailbox.ReadAsync();

        var owner = await api.GetAsync("/api/owner");
        Assert.Equal(("Olga Owner", "owner@here.example"), (owner.GetProperty("name").GetString(), owner.GetProperty("addresses")[0].GetString()));

        (await api.Client.DeleteAsync("/api/data", Cancellation)).EnsureSuccessStatusCode();
        Assert.Empty((await api.GetAsync("/api/owner")).GetProperty("addresses").EnumerateArray());
    }

    [Fact]
    public async Task What_a_feature_keeps_elsewhere_is_erased_with_it()
    {
        await using var mailbox = Mailbox();
        var erased = new List<long>();
        await using var api = await mailbox.ReadAsync(services => services.AddSingleton<ErasedWithData>((mailboxId, _) =>
        {
            erased.Add(mailboxId);
            return Task.CompletedTask;
        }));

        (await api.Client.DeleteAsync("/api/data", Cancellation)).EnsureSuccessStatusCode();

        Assert.NotEqual(0, Assert.Single(erased));
    }

    private static ServedMailbox Mailbox() => new ServedMailbox().Exchange(Somebody(Ana, "Ana Fox"), weeks: 10, silentDays: 200);

    private static async Task NoteAsync(RunningApi api, string note) =>
        (await api.PutAsync($"/api/contacts/{await api.IdOfAsync(Ana)}/preferences", new { resting = false, pinned = false, note })).EnsureSuccessStatusCode();

    private static bool Holds(string store, string text) => StoreFile.Holds(store, text);

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
