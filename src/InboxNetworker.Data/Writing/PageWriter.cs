using InboxNetworker.Core.Interactions;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// Puts a page into the store: interactions, relationship histories and the cursor in one transaction. Writing a page again changes
/// nothing but the count of items received, because a message or meeting that is known by its content is skipped.
/// </summary>
/// <param name="db">A context of its own; its tracked rows are dropped afterwards.</param>
public sealed class PageWriter(NetworkContext db)
{
    public async Task WriteAsync(long mailboxId, Page page, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var appending = new AppendCommands(db, mailboxId);
            await using (appending.ConfigureAwait(false))
            {
                var fresh = new List<CountedItem>();
                foreach (var item in page.Items)
                {
                    if (await appending.AddSourceAsync(item.Source, cancellation).ConfigureAwait(false))
                    {
                        fresh.Add(item);
                    }
                }

                var addresses = await TouchAddressesAsync(mailboxId, fresh, cancellation).ConfigureAwait(false);
                foreach (var interaction in fresh.SelectMany(item => item.Interactions))
                {
                    await appending.AddInteractionAsync(interaction, addresses[interaction.Counterpart.Value], cancellation).ConfigureAwait(false);
                }
            }

            await MoveCursorAsync(mailboxId, page, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Brings every touched relationship up to date, once a page.</summary>
    /// <returns>The row id of each counterpart's address.</returns>
    private async Task<Dictionary<string, long>> TouchAddressesAsync(long mailboxId, List<CountedItem> items, CancellationToken cancellation)
    {
        var touched = items.SelectMany(item => item.Interactions, (item, interaction) => (item, interaction))
            .GroupBy(t => t.interaction.Counterpart.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var rows = await KnownAsync(mailboxId, touched.Keys, cancellation).ConfigureAwait(false);
        var missing = touched.Keys.Where(value => !rows.ContainsKey(value))
            .Select(value => (Value: value, Contact: new ContactRow { MailboxId = mailboxId })).ToList();
        db.Contacts.AddRange(missing.Select(m => m.Contact));
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach (var (value, contact) in missing)
        {
            rows[value] = db.Addresses.Add(new AddressRow { MailboxId = mailboxId, Value = value, ContactId = contact.Id, History = [] }).Entity;
        }

        foreach (var (value, contacts) in touched)
        {
            AddressChange.Apply(rows[value], contacts);
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return touched.Keys.ToDictionary(value => value, value => rows[value].Id, StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, AddressRow>> KnownAsync(long mailboxId, IReadOnlyCollection<string> values, CancellationToken cancellation)
    {
        var known = new Dictionary<string, AddressRow>(StringComparer.Ordinal);
        foreach (var some in values.Chunk(500)) // SQLite binds at most 32,766 values; shorter lists plan faster
        {
            await foreach (var row in db.Addresses.Where(a => a.MailboxId == mailboxId && some.Contains(a.Value)).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                known[row.Value] = row;
            }
        }

        return known;
    }

    private Task<int> MoveCursorAsync(long mailboxId, Page page, CancellationToken cancellation) => page switch
    {
        MessagePage messages => db.Folders
            .Where(f => f.MailboxId == mailboxId && f.GraphId == messages.FolderGraphId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(f => f.Cursor, messages.Cursor)
                    .SetProperty(f => f.UpToDate, messages.UpToDate)
                    .SetProperty(f => f.MessagesRead, f => f.MessagesRead + messages.Received),
                cancellation),
        MeetingPage meetings => db.Mailboxes
            .Where(m => m.Id == mailboxId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.MeetingsReadUntil, meetings.Until)
                    .SetProperty(m => m.MeetingsRead, m => m.MeetingsRead + meetings.Received),
                cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(page), page.GetType().Name, "Neither messages nor meetings."),
    };
}
