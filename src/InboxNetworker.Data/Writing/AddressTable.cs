using System.Data.Common;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Writing;

/// <summary>The rows of addresses as a page reads and writes them: by prepared commands, for a page touches hundreds.</summary>
internal sealed class AddressTable
{
    private readonly Command _find;
    private readonly Command _newContact;
    private readonly Command _new;
    private readonly Command _update;

    public AddressTable(Commands commands, long mailboxId)
    {
        _find = commands.Prepare(
            """
            SELECT "Id", "History", "LastAt", "Name", "NameAt", "MeetingName", "MeetingNameAt", "LastSubject", "LastSubjectAt", "LastMeeting", "LastMeetingAt"
            FROM "address" WHERE "MailboxId" = @0 AND "Value" = @1
            """,
            2);
        _newContact = commands.Prepare("""INSERT INTO "contact" ("MailboxId") VALUES (@0) RETURNING "Id" """, 1);
        _new = commands.Prepare(
            """INSERT INTO "address" ("MailboxId", "Value", "ContactId", "Kind", "History", "LastAt") VALUES (@0, @1, @2, 0, @3, 0) RETURNING "Id" """, 4);
        _update = commands.Prepare(
            """
            UPDATE "address" SET "History" = @1, "LastAt" = @2, "Name" = @3, "NameAt" = @4, "MeetingName" = @5, "MeetingNameAt" = @6,
            "LastSubject" = @7, "LastSubjectAt" = @8, "LastMeeting" = @9, "LastMeetingAt" = @10 WHERE "Id" = @0
            """,
            11);
        (_find[0], _newContact[0], _new[0], _new[3]) = (mailboxId, mailboxId, mailboxId, Array.Empty<byte>());
    }

    /// <returns>Null for an address that is not known.</returns>
    public async Task<AddressRow?> FindAsync(EmailAddress address, CancellationToken cancellation)
    {
        var find = _find;
        find[1] = address.Value;
        var reader = await find.ReadAsync(cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync(cancellation).ConfigureAwait(false)
                ? new AddressRow
                {
                    Id = reader.GetInt64(0),
                    Value = address.Value,
                    History = (byte[])reader.GetValue(1),
                    LastAt = DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(2)),
                    Name = Text(reader, 3),
                    NameAt = At(reader, 4),
                    MeetingName = Text(reader, 5),
                    MeetingNameAt = At(reader, 6),
                    LastSubject = Text(reader, 7),
                    LastSubjectAt = At(reader, 8),
                    LastMeeting = Text(reader, 9),
                    LastMeetingAt = At(reader, 10),
                }
                : null;
        }
    }

    /// <summary>A new address, as of a new person.</summary>
    public async Task<AddressRow> AddAsync(EmailAddress address, CancellationToken cancellation)
    {
        var add = _new;
        (add[1], add[2]) = (address.Value, await _newContact.NumberAsync(cancellation).ConfigureAwait(false));
        return new AddressRow { Id = await add.NumberAsync(cancellation).ConfigureAwait(false), Value = address.Value, History = [] };
    }

    public Task SaveAsync(AddressRow row, CancellationToken cancellation)
    {
        var update = _update;
        (update[0], update[1], update[2]) = (row.Id, row.History, row.LastAt.ToUnixTimeSeconds());
        (update[3], update[4], update[5], update[6]) = (row.Name, row.NameAt?.ToUnixTimeSeconds(), row.MeetingName, row.MeetingNameAt?.ToUnixTimeSeconds());
        (update[7], update[8], update[9], update[10]) = (row.LastSubject, row.LastSubjectAt?.ToUnixTimeSeconds(), row.LastMeeting, row.LastMeetingAt?.ToUnixTimeSeconds());
        return update.RunAsync(cancellation);
    }

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? At(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(column));
}
