using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// A statement of SQLite itself. Of a row written through ADO.NET more than half of the time goes into finding each value's name and
/// kind; here values go by position (https://sqlite.org/c3ref/bind_blob.html).
/// </summary>
internal sealed class SqliteStatement : Statement
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <summary>SQLite numbers names as they first appear.</summary>
    private readonly int[] _places;

    /// <param name="connection">Open.</param>
    /// <exception cref="SqliteException">The SQL cannot be prepared.</exception>
    public SqliteStatement(SqliteConnection connection, string sql, int values)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
        _places = [.. Enumerable.Range(0, values).Select(n => raw.sqlite3_bind_parameter_index(_statement, "@" + n.ToString(CultureInfo.InvariantCulture)))];
    }

    public override void Set(int position, long? value) =>
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, _places[position], number) : raw.sqlite3_bind_null(_statement, _places[position]));

    public override void Set(int position, string? value) =>
        Check(value is null ? raw.sqlite3_bind_null(_statement, _places[position]) : raw.sqlite3_bind_text(_statement, _places[position], value));

    public override void Set(int position, byte[] value) => Check(raw.sqlite3_bind_blob(_statement, _places[position], value));

    public override ValueTask RunAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return ValueTask.FromResult(true);
        }

        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        return ValueTask.FromResult(false);
    }

    public override long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public override bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public override string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public override byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public override ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
