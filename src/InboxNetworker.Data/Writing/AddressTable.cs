using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Entities;

namespace InboxNetworker.Data.Writing;

/// <summary>The rows of addresses as a page reads and writes them: by prepared statements, for a page touches hundreds.</summary>
internal sealed class AddressTable
{
    private readonly Statement _find;
    private readonly Statement _newContact;
    private readonly Statement _new;
    private readonly Statement _count;
    private readonly Statement _update;

    public AddressTable(Statements statements, long mailboxId)
    {
        _find = statements.Prepare(
            """
            SELECT "Id", "History", "LastAt", "Name", "NameAt", "MeetingName", "MeetingNameAt", "LastSubject", "LastSubjectAt", "LastMeeting", "LastMeetingAt"
            FROM "address" WHERE "MailboxId" = @0 AND "Value" = @1
            """,
            2);
        _newContact = statements.Prepare("""INSERT INTO "contact" ("MailboxId") VALUES (@0) RETURNING "Id" """, 1);
        _new = statements.Prepare(
            """INSERT INTO "address" ("MailboxId", "Value", "ContactId", "Kind", "History", "LastAt") VALUES (@0, @1, @2, 0, @3, 0) RETURNING "Id" """, 4);
        _count = statements.Prepare("""UPDATE "address" SET "History" = @1, "LastAt" = @2 WHERE "Id" = @0""", 3);
        _update = statements.Prepare(
            """
            UPDATE "address" SET "History" = @1, "LastAt" = @2, "Name" = @3, "NameAt" = @4, "MeetingName" = @5, "MeetingNameAt" = @6,
            "LastSubject" = @7, "LastSubjectAt" = @8, "LastMeeting" = @9, "LastMeetingAt" = @10 WHERE "Id" = @0
            """,
            11);
        _find.Set(0, mailboxId);
        _newContact.Set(0, mailboxId);
        _new.Set(0, mailboxId);
        _new.Set(3, Array.Empty<byte>());
    }

    /// <returns>Null for an address that is not known.</returns>
    public async ValueTask<AddressRow?> FindAsync(EmailAddress address, CancellationToken cancellation)
    {
        _find.Set(1, address.Value);
        AddressRow? found = null;
        while (await _find.ReadAsync(cancellation).ConfigureAwait(false))
        {
            found = new AddressRow
            {
                Id = _find.Number(0),
                Value = address.Value,
                History = _find.Bytes(1),
                LastAt = DateTimeOffset.FromUnixTimeSeconds(_find.Number(2)),
                Name = _find.TextOrNull(3),
                NameAt = _find.TimeOrNull(4),
                MeetingName = _find.TextOrNull(5),
                MeetingNameAt = _find.TimeOrNull(6),
                LastSubject = _find.TextOrNull(7),
                LastSubjectAt = _find.TimeOrNull(8),
                LastMeeting = _find.TextOrNull(9),
                LastMeetingAt = _find.TimeOrNull(10),
            };
        }

        return found;
    }

    /// <summary>A new address, as of a new person.</summary>
    public async ValueTask<AddressRow> AddAsync(EmailAddress address, CancellationToken cancellation)
    {
        _new.Set(1, address.Value);
        _new.Set(2, await _newContact.NumberAsync(cancellation).ConfigureAwait(false));
        return new AddressRow { Id = await _new.NumberAsync(cancellation).ConfigureAwait(false), Value = address.Value, History = [] };
    }

    /// <summary>Where neither a name nor a topic has changed, as nearly always.</summary>
    public ValueTask SaveHistoryAsync(AddressRow row, CancellationToken cancellation)
    {
        _count.Set(0, row.Id);
        _count.Set(1, row.History);
        _count.Set(2, row.LastAt);
        return _count.RunAsync(cancellation);
    }

    public ValueTask SaveAsync(AddressRow row, CancellationToken cancellation)
    {
        _update.Set(0, row.Id);
        _update.Set(1, row.History);
        _update.Set(2, row.LastAt);
        _update.Set(3, row.Name);
        _update.Set(4, row.NameAt);
        _update.Set(5, row.MeetingName);
        _update.Set(6, row.MeetingNameAt);
        _update.Set(7, row.LastSubject);
        _update.Set(8, row.LastSubjectAt);
        _update.Set(9, row.LastMeeting);
        _update.Set(10, row.LastMeetingAt);
        return _update.RunAsync(cancellation);
    }
}
