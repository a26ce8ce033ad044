using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// A statement that is prepared once and run for many rows. What is set stays set; columns are read by position while <see cref="ReadAsync"/>
/// says true. The same SQL on SQLite and PostgreSQL.
/// </summary>
internal abstract class Statement : IAsyncDisposable
{
    /// <param name="position">Of <c>@0</c>, <c>@1</c> …, from 0.</param>
    public abstract void Set(int position, long? value);

    /// <inheritdoc cref="Set(int, long?)"/>
    public abstract void Set(int position, string? value);

    /// <inheritdoc cref="Set(int, long?)"/>
    public abstract void Set(int position, byte[] value);

    /// <summary>Runs a statement that answers nothing.</summary>
    public abstract ValueTask RunAsync(CancellationToken cancellation);

    /// <summary>Goes to the next row, to the first where none was read yet.</summary>
    /// <returns>False when there is none; then it can be run again.</returns>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellation);

    public abstract long Number(int column);

    public abstract bool IsNull(int column);

    public abstract string Text(int column);

    public abstract byte[] Bytes(int column);

    public abstract ValueTask DisposeAsync();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : DateTimeOffset.FromUnixTimeSeconds(Number(column));

    public void Set(int position, DateTimeOffset? value) => Set(position, value?.ToUnixTimeSeconds());

    /// <summary>The one number a statement answers.</summary>
    public async ValueTask<long> NumberAsync(CancellationToken cancellation)
    {
        var found = await ReadAsync(cancellation).ConfigureAwait(false) ? Number(0) : throw new InvalidOperationException("The statement answers nothing.");
        await ReadAsync(cancellation).ConfigureAwait(false);
        return found;
    }
}

/// <summary>The statements of one piece of work, all within its transaction.</summary>
internal sealed class Statements(NetworkContext db) : IAsyncDisposable
{
    private readonly List<Statement> _all = [];

    /// <param name="values">How many <c>@n</c> there are.</param>
    public Statement Prepare(string sql, int values)
    {
        var connection = db.Database.GetDbConnection();
        Statement statement = connection is SqliteConnection sqlite ? new SqliteStatement(sqlite, sql, values) : new AdoStatement(connection, db.Database.CurrentTransaction, sql, values);
        _all.Add(statement);
        return statement;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _all)
        {
            await statement.DisposeAsync().ConfigureAwait(false);
        }
    }
}
