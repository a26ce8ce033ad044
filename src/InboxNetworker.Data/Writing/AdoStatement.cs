using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;

namespace InboxNetworker.Data.Writing;

/// <summary>A statement of any database that ADO.NET reaches.</summary>
internal sealed class AdoStatement : Statement
{
    private readonly DbCommand _command;
    private DbDataReader? _reader;

    public AdoStatement(DbConnection connection, IDbContextTransaction? transaction, string sql, int values)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction?.GetDbTransaction();
        _command.CommandText = sql;
        for (var n = 0; n < values; n++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = "@" + n.ToString(CultureInfo.InvariantCulture);
            _command.Parameters.Add(parameter);
        }
    }

    public override void Set(int position, long? value) => _command.Parameters[position].Value = value ?? (object)DBNull.Value;

    public override void Set(int position, string? value) => _command.Parameters[position].Value = value ?? (object)DBNull.Value;

    public override void Set(int position, byte[] value) => _command.Parameters[position].Value = value;

    public override async ValueTask RunAsync(CancellationToken cancellation) => await _command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        _reader ??= await _command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        if (await _reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            return true;
        }

        await _reader.DisposeAsync().ConfigureAwait(false);
        _reader = null;
        return false;
    }

    public override long Number(int column) => Convert.ToInt64(_reader!.GetValue(column), CultureInfo.InvariantCulture);

    public override bool IsNull(int column) => _reader!.IsDBNull(column);

    public override string Text(int column) => _reader!.GetString(column);

    public override byte[] Bytes(int column) => (byte[])_reader!.GetValue(column);

    public override async ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            await _reader.DisposeAsync().ConfigureAwait(false);
        }

        await _command.DisposeAsync().ConfigureAwait(false);
    }
}
