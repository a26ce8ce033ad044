using Microsoft.Data.Sqlite;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>The rows of one table of a store, in memory, to be appended to an empty table of the same shape. Knows nothing of the shape.</summary>
/// <param name="Create">The table's and its indexes' own statements.</param>
internal sealed record CopiedTable(string Name, IReadOnlyList<string> Create, IReadOnlyList<string> Columns, IReadOnlyList<object[]> Rows)
{
    /// <summary>The tables that grow with the mailbox.</summary>
    private static readonly string[] Growing = ["item", "interaction"];

    public static IReadOnlyList<CopiedTable> Of(string file)
    {
        using var store = new SqliteConnection($"Data Source={file};Pooling=False");
        store.Open();
        return [.. Growing.Where(name => Texts(store, $"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{name}'").Count > 0).Select(name => Read(store, name))];
    }

    /// <summary>One prepared command, one transaction for every so many rows.</summary>
    public void Append(SqliteConnection into, int rowsAtOnce)
    {
        using var command = into.CreateCommand();
        command.CommandText = $"""INSERT INTO "{Name}" ({string.Join(", ", Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", Columns.Select((_, n) => $"@p{n}"))})""";
        var parameters = Columns.Select((_, n) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{n}" })).ToArray();
        for (var begin = 0; begin < Rows.Count; begin += rowsAtOnce)
        {
            using var transaction = into.BeginTransaction();
            command.Transaction = transaction;
            for (var row = begin; row < Math.Min(begin + rowsAtOnce, Rows.Count); row++)
            {
                for (var column = 0; column < parameters.Length; column++)
                {
                    parameters[column].Value = Rows[row][column];
                }

                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>NOT INDEXED: in the order of the table itself, which is the one it can be appended to fastest.</summary>
    private static CopiedTable Read(SqliteConnection store, string name)
    {
        var create = Texts(store, $"SELECT sql FROM sqlite_master WHERE tbl_name = '{name}' AND sql IS NOT NULL ORDER BY type = 'index'");
        using var command = store.CreateCommand();
        command.CommandText = $"""SELECT * FROM "{name}" NOT INDEXED""";
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(values);
        }

        return new CopiedTable(name, create, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }

    private static List<string> Texts(SqliteConnection store, string sql)
    {
        using var command = store.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
