using System.Data.Common;
using InboxNetworker.Core.Interactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InboxNetworker.Data.Writing;

/// <summary>The two prepared commands for rows that are only ever appended; the same SQL on SQLite and PostgreSQL.</summary>
internal sealed class AppendCommands : IAsyncDisposable
{
    private readonly DbCommand _source;
    private readonly DbCommand _interaction;

    /// <param name="db">Inside a transaction.</param>
    public AppendCommands(NetworkContext db, long mailboxId)
    {
        _source = Prepare(
            db,
            """INSERT INTO "source" ("MailboxId", "Key") VALUES (@mailbox, @key) ON CONFLICT DO NOTHING""",
            ["mailbox", "key"]);
        _interaction = Prepare(
            db,
            """INSERT INTO "interaction" ("MailboxId", "AddressId", "SourceKey", "At", "Channel", "Direction") VALUES (@mailbox, @address, @key, @at, @channel, @direction)""",
            ["mailbox", "address", "key", "at", "channel", "direction"]);
        _source.Parameters["mailbox"].Value = mailboxId;
        _interaction.Parameters["mailbox"].Value = mailboxId;
    }

    /// <returns>False when the source was known before.</returns>
    public async Task<bool> AddSourceAsync(ContentKey source, CancellationToken cancellation)
    {
        _source.Parameters["key"].Value = source.Value;
        return await _source.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false) == 1;
    }

    public Task AddInteractionAsync(in Interaction interaction, long addressId, CancellationToken cancellation)
    {
        var values = _interaction.Parameters;
        values["address"].Value = addressId;
        values["key"].Value = interaction.Source.Value;
        values["at"].Value = interaction.At.ToUnixTimeSeconds();
        values["channel"].Value = (short)interaction.Channel;
        values["direction"].Value = (short)interaction.Direction;
        return _interaction.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync().ConfigureAwait(false);
        await _interaction.DisposeAsync().ConfigureAwait(false);
    }

    private static DbCommand Prepare(NetworkContext db, string sql, string[] parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
