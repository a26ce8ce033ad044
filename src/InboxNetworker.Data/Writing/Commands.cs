using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InboxNetworker.Data.Writing;

/// <summary>Commands that are run for many rows: prepared once, their values set by position; the same SQL on SQLite and PostgreSQL.</summary>
internal sealed class Commands(NetworkContext db) : IAsyncDisposable
{
    private readonly List<DbCommand> _all = [];

    /// <param name="sql">With <c>@0</c>, <c>@1</c> … for its values.</param>
    /// <param name="values">How many.</param>
    public Command Prepare(string sql, int values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        _all.Add(command);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        for (var n = 0; n < values; n++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            command.Parameters.Add(parameter);
        }

        return new Command(command);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _all)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>One prepared command.</summary>
internal readonly struct Command(DbCommand command)
{
    /// <summary>Sets a value; null for none.</summary>
    public object? this[int position]
    {
        set => command.Parameters[position].Value = value ?? DBNull.Value;
    }

    public Task RunAsync(CancellationToken cancellation) => command.ExecuteNonQueryAsync(cancellation);

    /// <returns>The one number it answers.</returns>
    public async Task<long> NumberAsync(CancellationToken cancellation) => (long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;

    public Task<DbDataReader> ReadAsync(CancellationToken cancellation) => command.ExecuteReaderAsync(cancellation);
}
