using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>Brings names, departments and companies to the contacts, and joins the addresses of one person. Doing it again changes nothing.</summary>
public sealed class DirectoryWriter(NetworkContext db)
{
    public async Task ApplyAsync(long mailboxId, IReadOnlyList<DirectoryEntry> directory, CancellationToken cancellation)
    {
        var addresses = await db.Addresses.Where(a => a.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false);
        var contacts = await db.Contacts.Where(c => c.MailboxId == mailboxId).ToDictionaryAsync(c => c.Id, cancellation).ConfigureAwait(false);
        var rows = addresses.ToDictionary(a => a.Value, StringComparer.Ordinal);

        foreach (var entry in directory)
        {
            foreach (var address in entry.Addresses)
            {
                if (rows.TryGetValue(address.Value, out var row))
                {
                    row.Kind = entry.Kind;
                    Describe(contacts[row.ContactId], entry);
                }
            }
        }

        var known = addresses.Select(a => EmailAddress.TryParse(a.Value, out var address) ? new KnownAddress(address, a.Name) : (KnownAddress?)null).OfType<KnownAddress>();
        foreach (var person in Identity.Resolve(known, directory).Where(group => group.Count > 1))
        {
            Join(person.Select(address => rows[address.Value]).ToList(), contacts);
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        db.ChangeTracker.Clear();
    }

    private static void Describe(ContactRow contact, DirectoryEntry entry)
    {
        contact.Name = DisplayName.Tidy(entry.Name) ?? contact.Name;
        contact.Department = entry.Department ?? contact.Department;
        contact.Company = entry.Company ?? contact.Company;
        contact.JobTitle = entry.JobTitle ?? contact.JobTitle;
    }

    /// <summary>All addresses go to the contact that was there first, so that its id stays.</summary>
    private void Join(List<AddressRow> person, Dictionary<long, ContactRow> contacts)
    {
        var kept = contacts[person.Min(a => a.ContactId)];
        foreach (var row in person.Where(a => a.ContactId != kept.Id))
        {
            var other = contacts[row.ContactId];
            kept.Name ??= other.Name;
            kept.Department ??= other.Department;
            kept.Company ??= other.Company;
            kept.JobTitle ??= other.JobTitle;
            row.ContactId = kept.Id;
            if (!person.Exists(a => a.ContactId == other.Id))
            {
                db.Contacts.Remove(other);
            }
        }
    }
}
