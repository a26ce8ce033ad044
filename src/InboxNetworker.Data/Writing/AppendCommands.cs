using System.Data.Common;
using InboxNetworker.Core.Interactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InboxNetworker.Data.Writing;

/// <summary>The prepared commands for the two tables that grow with the mailbox; the same SQL on SQLite and PostgreSQL.</summary>
internal sealed class AppendCommands : IAsyncDisposable
{
    private readonly DbCommand _item;
    private readonly DbCommand _interaction;

    /// <param name="db">Inside a transaction.</param>
    public AppendCommands(NetworkContext db, long mailboxId)
    {
        _item = Prepare(
            db,
            """
            INSERT INTO "item" ("MailboxId", "Id", "Key", "FolderId") VALUES (@mailbox, @id, @key, @folder)
            ON CONFLICT ("MailboxId", "Id") DO UPDATE SET "Key" = excluded."Key", "FolderId" = excluded."FolderId"
            """,
            ["mailbox", "id", "key", "folder"]);
        _interaction = Prepare(
            db,
            """INSERT INTO "interaction" ("MailboxId", "AddressId", "SourceKey", "At", "Channel", "Direction") VALUES (@mailbox, @address, @key, @at, @channel, @direction)""",
            ["mailbox", "address", "key", "at", "channel", "direction"]);
        _item.Parameters["mailbox"].Value = mailboxId;
        _interaction.Parameters["mailbox"].Value = mailboxId;
    }

    public Task SaveItemAsync(long id, long key, long folderId, CancellationToken cancellation)
    {
        var values = _item.Parameters;
        values["id"].Value = id;
        values["key"].Value = key;
        values["folder"].Value = folderId;
        return _item.ExecuteNonQueryAsync(cancellation);
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
        await _item.DisposeAsync().ConfigureAwait(false);
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
