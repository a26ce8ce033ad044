using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>What cannot be undercut: every token of the same bytes read once, the same rows appended, without HTTP and without a thought.</summary>
internal static class Limit
{
    /// <returns>Seconds.</returns>
    public static double Measure(IReadOnlyList<byte[]> pages, IReadOnlyList<CopiedTable> tables, string file)
    {
        using var store = new SqliteConnection($"Data Source={file};Pooling=False");
        store.Open();
        Execute(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF");
        foreach (var sql in tables.SelectMany(t => t.Create))
        {
            Execute(store, sql);
        }

        var clock = Stopwatch.StartNew();
        var tokens = 0L;
        foreach (var page in pages)
        {
            var reader = new Utf8JsonReader(page);
            while (reader.Read())
            {
                tokens++;
            }
        }

        foreach (var table in tables)
        {
            table.Append(store, ProductReading.PageSize);
        }

        clock.Stop();
        return tokens > 0 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException("There was nothing to read.");
    }

    private static void Execute(SqliteConnection store, string sql)
    {
        using var command = store.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
