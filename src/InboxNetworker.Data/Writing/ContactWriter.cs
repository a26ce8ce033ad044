using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// Brings what the directory says to the addresses, and the addresses of one person to one contact. Everything is worked out anew from what
/// is stored, so that neither the order of reading nor an earlier answer shows; a contact keeps its id as long as it keeps its first address.
/// </summary>
public sealed class ContactWriter(NetworkContext db)
{
    /// <param name="directory">Null when it could not be read: what it said before stands.</param>
    public async Task ApplyAsync(long mailboxId, IReadOnlyList<DirectoryEntry>? directory, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var rows = await db.Addresses.Where(a => a.MailboxId == mailboxId).OrderBy(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false);
            if (directory is not null)
            {
                Describe(rows, directory);
            }

            var choices = await db.IdentityChoicesAsync(mailboxId, cancellation).ConfigureAwait(false);
            await GroupAsync(mailboxId, rows, choices, cancellation).ConfigureAwait(false);
            if (db.ChangeTracker.HasChanges())
            {
                await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
                await db.Contacts.Where(c => c.MailboxId == mailboxId && !db.Addresses.Any(a => a.ContactId == c.Id)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.Revision, m => m.Revision + 1), cancellation).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
    }

    private static void Describe(List<AddressRow> rows, IReadOnlyList<DirectoryEntry> directory)
    {
        // Where two entries know an address, what stands behind it for sure goes first.
        var entries = new Dictionary<string, DirectoryEntry>(StringComparer.Ordinal);
        foreach (var entry in directory.OrderByDescending(e => e.Kind != DirectoryKind.Unknown).ThenByDescending(e => e.IsCard).ThenBy(e => e.Addresses[0].Value, StringComparer.Ordinal))
        {
            foreach (var address in entry.Addresses)
            {
                entries.TryAdd(address.Value, entry);
            }
        }

        foreach (var row in rows)
        {
            var entry = entries.GetValueOrDefault(row.Value);
            row.Kind = entry?.Kind ?? DirectoryKind.Unknown;
            row.DirectoryEntry = entry is { Kind: DirectoryKind.Person } or { Kind: DirectoryKind.Unknown, IsCard: true } ? entry.Addresses[0].Value : null;
            row.DirectoryName = DisplayName.Tidy(entry?.Name);
            row.Department = entry?.Department;
            row.Company = entry?.Company;
            row.JobTitle = entry?.JobTitle;
        }
    }

    private async Task GroupAsync(long mailboxId, List<AddressRow> rows, IReadOnlyList<IdentityChoice> choices, CancellationToken cancellation)
    {
        var byValue = rows.ToDictionary(r => r.Value, StringComparer.Ordinal);
        var parsed = rows.Select(r => (Row: r, Address: r.Parsed())).ToList();
        var entries = parsed.Where(p => p.Row.DirectoryEntry is not null).GroupBy(p => p.Row.DirectoryEntry, StringComparer.Ordinal)
            .Select(g => new DirectoryEntry([.. g.Select(p => p.Address)], null, DirectoryKind.Person, null, null, null));
        var people = Identity.Resolve(parsed.Select(p => new KnownAddress(p.Address, p.Row.Name ?? p.Row.MeetingName)), entries, choices)
            .Select(group => group.Select(a => byValue[a.Value]).OrderBy(r => r.Id).ToList())
            .OrderBy(group => group[0].Id);

        var taken = new HashSet<long>();
        var parted = new List<(List<AddressRow> Person, ContactRow Contact)>();
        foreach (var person in people)
        {
            if (person.Select(r => r.ContactId).Order().Cast<long?>().FirstOrDefault(id => !taken.Contains(id!.Value)) is { } kept)
            {
                taken.Add(kept);
                person.ForEach(r => r.ContactId = kept);
            }
            else
            {
                parted.Add((person, db.Contacts.Add(new ContactRow { MailboxId = mailboxId }).Entity));
            }
        }

        if (parted.Count > 0)
        {
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            parted.ForEach(p => p.Person.ForEach(r => r.ContactId = p.Contact.Id));
        }
    }
}
