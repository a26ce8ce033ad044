using System.Text.Json;
using InboxNetworker.Benchmarks.Processes;
using Microsoft.Data.Sqlite;

namespace InboxNetworker.Benchmarks.Serving;

/// <summary>
/// The mailbox's interactions as rows one would group when asked: who, when, in which direction. Taken from the same pages and not from the
/// product's store, whose shape is its own affair.
/// </summary>
internal sealed class PlainInteractions : IDisposable
{
    private readonly SqliteConnection _store;
    private readonly Dictionary<string, long> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly SqliteCommand _group;

    private PlainInteractions(string file)
    {
        _store = new SqliteConnection($"Data Source={file};Pooling=False");
        _store.Open();
        using var create = _store.CreateCommand();
        create.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE interaction (Id INTEGER PRIMARY KEY, AddressId INTEGER NOT NULL, At INTEGER NOT NULL, Channel INTEGER NOT NULL, Direction INTEGER NOT NULL)";
        create.ExecuteNonQuery();
        _group = _store.CreateCommand();
        _group.CommandText = "SELECT AddressId, Direction, COUNT(*), MIN(At), MAX(At) FROM interaction GROUP BY AddressId, Direction";
    }

    public long Count { get; private set; }

    public int People => _people.Count;

    public static async Task<PlainInteractions> OfAsync(Bench bench, int messages)
    {
        var plain = new PlainInteractions(bench.NewFile());
        using var insert = plain._store.CreateCommand();
        insert.CommandText = "INSERT INTO interaction (AddressId, At, Channel, Direction) VALUES (@address, @at, 0, @direction)";
        insert.Parameters.AddRange([new SqliteParameter("@address", 0L), new SqliteParameter("@at", 0L), new SqliteParameter("@direction", 0L)]);
        using var transaction = plain._store.BeginTransaction();
        insert.Transaction = transaction;
        await bench.ForEachPageAsync(messages, page =>
        {
            using var document = JsonDocument.Parse(page);
            foreach (var message in document.RootElement.GetProperty("value").EnumerateArray())
            {
                plain.Add(message, insert);
            }
        });
        transaction.Commit();
        return plain;
    }

    /// <summary>Reads every row of the answer.</summary>
    public void GroupByAddress()
    {
        using var reader = _group.ExecuteReader();
        while (reader.Read())
        {
            GC.KeepAlive(reader.GetInt64(2) + reader.GetInt64(3) + reader.GetInt64(4));
        }
    }

    public void Dispose()
    {
        _group.Dispose();
        _store.Dispose();
    }

    /// <summary>From the owner to everybody named, or from somebody to the owner.</summary>
    private void Add(JsonElement message, SqliteCommand insert)
    {
        if (!message.TryGetProperty("from", out var from))
        {
            return;
        }

        var sender = Address(from);
        var isOut = sender.StartsWith("robin.marsh@", StringComparison.Ordinal);
        var others = isOut ? message.GetProperty("toRecipients").EnumerateArray().Concat(message.GetProperty("ccRecipients").EnumerateArray()).Select(Address) : [sender];
        insert.Parameters[1].Value = message.GetProperty("sentDateTime").GetDateTimeOffset().ToUnixTimeSeconds();
        insert.Parameters[2].Value = isOut ? 0L : 1L;
        foreach (var other in others)
        {
            insert.Parameters[0].Value = _people.TryGetValue(other, out var id) ? id : _people[other] = _people.Count + 1;
            insert.ExecuteNonQuery();
            Count++;
        }
    }

    private static string Address(JsonElement recipient) => recipient.GetProperty("emailAddress").GetProperty("address").GetString()!;
}
