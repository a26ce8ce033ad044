using System.IO.Compression;
using System.Text.Json;
using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.Data.Sqlite;
using InboxNetworker.Data;
using Microsoft.EntityFrameworkCore;
using static InboxNetworker.Api.Tests.Hosting.ServedMailbox;

namespace InboxNetworker.Api.Tests.Mailboxes;

public sealed class ExportTests
{
    private const string Formula = "=HYPERLINK(\"http://evil.example\")";

    [Fact]
    public async Task Every_column_of_the_store_is_exported_or_withheld_for_a_reason()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody("ana.fox@there.example", "Ana Fox"), weeks: 3, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        await using var archive = await ArchiveAsync(api);
        var options = new DbContextOptionsBuilder<NetworkContext>();
        options.UseSqliteStore("none.db");
        await using var db = new NetworkContext(options.Options);

        var columns = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(c => (Table: t.GetTableName()!, Column: c.Name))).Where(c => c.Column != "MailboxId").ToList();
        var missing = columns.Where(c => !Header(archive, c.Table).Contains(c.Column) && !ExportTables.Withheld.ContainsKey($"{c.Table}.{c.Column}"));
        Assert.Empty(missing);
        Assert.All(ExportTables.Withheld, withheld =>
        {
            Assert.Contains(columns, c => $"{c.Table}.{c.Column}" == withheld.Key);
            Assert.DoesNotContain(withheld.Key.Split('.')[1], Header(archive, withheld.Key.Split('.')[0]));
            Assert.NotEmpty(withheld.Value);
        });
    }

    [Fact]
    public async Task Single_messages_folders_and_what_was_done_can_be_taken_along()
    {
        await using var mailbox = new ServedMailbox().Exchange(Somebody("ana.fox@there.example", "Ana Fox"), weeks: 3, silentDays: 200);
        await using var api = await mailbox.ReadAsync();
        await using var archive = await ArchiveAsync(api);

        Assert.Equal(6, Lines(archive, "tables/item.csv").Skip(1).Count(line => line.Contains("ana.fox@there.example,Mail,", StringComparison.Ordinal)));
        Assert.Contains("2025-11-27T12:00:00Z", Lines(archive, "tables/item.csv")[1], StringComparison.Ordinal);
        var everything = JsonDocument.Parse(string.Join('\n', Lines(archive, "everything.json"))).RootElement;
        Assert.Equal((3, 0), (everything.GetProperty("retention").GetProperty("years").GetInt32(), everything.GetProperty("forgottenAddresses").GetInt32()));
        Assert.Equal(6, everything.GetProperty("folders").EnumerateArray().Sum(f => f.GetProperty("messagesHeld").GetInt32()));
        Assert.Contains(everything.GetProperty("whatWasDone").EnumerateArray(), done => done.GetProperty("what").GetString() == "Reading");
    }

    [Fact]
    public async Task A_hostile_name_subject_or_tag_is_no_formula_in_any_table()
    {
        await using var mailbox = new ServedMailbox();
        var starts = new[] { "=", "+", "-", "@" };
        foreach (var (start, n) in starts.Select((start, n) => (start, n)))
        {
            mailbox.Exchange(Somebody($"{(start == "@" ? "x" : start)}a{n}@there.example", start + "Cmd Evil" + n), weeks: 2, silentDays: 200).Received(Somebody($"{(start == "@" ? "x" : start)}a{n}@there.example", start + "Cmd Evil" + n), 100, start + "cmd|' /C calc'!A0");
        }

        await using var api = await mailbox.ReadAsync();
        (await api.PutAsync($"/api/contacts/{await api.IdOfAsync("+a1@there.example")}/preferences", new { resting = false, pinned = false, tags = new[] { Formula }, note = "\t" + Formula })).EnsureSuccessStatusCode();
        await using var archive = await ArchiveAsync(api);

        var cells = archive.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.Ordinal)).SelectMany(e => Cells(string.Join("\r\n", Lines(archive, e.FullName)))).ToList();
        Assert.Contains(cells, cell => cell.StartsWith("'=cmd|", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.StartsWith("'+Cmd Evil", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.StartsWith("'" + Formula, StringComparison.Ordinal));
        Assert.DoesNotContain(cells, cell => cell.Length > 0 && "=+-@\t\r\n".Contains(cell[0], StringComparison.Ordinal) && !double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _));
    }

    private static async Task<ZipArchive> ArchiveAsync(RunningApi api) =>
        new(new MemoryStream(await api.Client.GetByteArrayAsync("/api/export", TestContext.Current.CancellationToken)));

    private static string[] Header(ZipArchive archive, string table) => Lines(archive, $"tables/{table}.csv")[0].Split(',');

    private static string[] Lines(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd().Split("\r\n");
    }

    /// <summary>As a spreadsheet takes them apart: RFC 4180.</summary>
    private static List<string> Cells(string table)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var n = 0; n < table.Length; n++)
        {
            if (table[n] == '"' && quoted && n + 1 < table.Length && table[n + 1] == '"')
            {
                cell.Append(table[n++]);
            }
            else if (table[n] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && table[n] is ',' or '\r' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                n += table[n] == '\r' ? 1 : 0;
            }
            else
            {
                cell.Append(table[n]);
            }
        }

        return cells;
    }
}
