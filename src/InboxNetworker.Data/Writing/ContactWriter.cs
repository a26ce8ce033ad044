using System.Security.Cryptography;
using System.Text;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// Brings what the directory says to the addresses, and the addresses of one person to one contact. Everything is worked out anew from what
/// is stored, so that neither the order of reading nor an earlier answer shows; a contact keeps its id as long as it keeps its first address.
/// Where nothing has changed that it could come from, nothing is worked out.
/// </summary>
public sealed class ContactWriter(NetworkContext db)
{
    /// <param name="directory">Null when it could not be read: what it said before stands.</param>
    public async Task ApplyAsync(long mailboxId, IReadOnlyList<DirectoryEntry>? directory, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var statements = new Statements(db);
        await using (transaction.ConfigureAwait(false))
        await using (statements.ConfigureAwait(false))
        {
            var mailbox = await db.Mailboxes.AsNoTracking().SingleAsync(m => m.Id == mailboxId, cancellation).ConfigureAwait(false);
            var key = directory is null ? mailbox.DirectoryKey : KeyOf(directory);
            if (!mailbox.Regroup && key == mailbox.DirectoryKey)
            {
                return;
            }

            var addresses = await AddressesAsync(mailboxId, statements, cancellation).ConfigureAwait(false);
            if (directory is not null)
            {
                var forgotten = await db.ForgottenAddressesAsync(mailboxId, mailbox.ForgetSalt, cancellation).ConfigureAwait(false);
                Describe(addresses, forgotten is null ? directory : [.. directory.Where(e => !e.Addresses.Any(forgotten.Holds))]);
            }

            await GroupAsync(mailboxId, addresses, await db.IdentityChoicesAsync(mailboxId, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            await SaveAsync(addresses, statements, cancellation).ConfigureAwait(false);
            await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Regroup, false).SetProperty(m => m.DirectoryKey, key).SetProperty(m => m.Revision, m => m.Revision + 1),
                cancellation).ConfigureAwait(false);
            await db.Contacts.Where(c => c.MailboxId == mailboxId && !db.Addresses.Any(a => a.ContactId == c.Id)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
    }

    private static long KeyOf(IReadOnlyList<DirectoryEntry> directory)
    {
        var text = string.Join('\n', directory.Select(e => $"{string.Join(';', e.Addresses.Select(a => a.Value))}\u001f{e.Name}\u001f{e.Kind}\u001f{e.Department}\u001f{e.Company}\u001f{e.JobTitle}\u001f{e.IsCard}"));
        return BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static async Task<List<GroupedAddress>> AddressesAsync(long mailboxId, Statements statements, CancellationToken cancellation)
    {
        var all = statements.Prepare(
            """
            SELECT "Id", "ContactId", "Value", COALESCE("Name", "MeetingName"), "Kind", "DirectoryEntry", "DirectoryName", "Department", "Company", "JobTitle"
            FROM "address" WHERE "MailboxId" = @0 ORDER BY "Id"
            """,
            1);
        all.Set(0, mailboxId);
        var addresses = new List<GroupedAddress>();
        while (await all.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var directory = new InDirectory((DirectoryKind)all.Number(4), all.TextOrNull(5), all.TextOrNull(6), all.TextOrNull(7), all.TextOrNull(8), all.TextOrNull(9));
            addresses.Add(new GroupedAddress(all.Number(0), all.Number(1), all.Text(2), all.TextOrNull(3), directory));
        }

        return addresses;
    }

    private static void Describe(List<GroupedAddress> addresses, IReadOnlyList<DirectoryEntry> directory)
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

        foreach (var address in addresses)
        {
            var entry = entries.GetValueOrDefault(address.Value);
            address.Directory = new InDirectory(
                entry?.Kind ?? DirectoryKind.Unknown,
                entry is { Kind: DirectoryKind.Person } or { Kind: DirectoryKind.Unknown, IsCard: true } ? entry.Addresses[0].Value : null,
                DisplayName.Tidy(entry?.Name),
                entry?.Department,
                entry?.Company,
                entry?.JobTitle);
        }
    }

    private async Task GroupAsync(long mailboxId, List<GroupedAddress> addresses, IReadOnlyList<IdentityChoice> choices, CancellationToken cancellation)
    {
        var byValue = addresses.ToDictionary(a => a.Value, StringComparer.Ordinal);
        var entries = addresses.Where(a => a.Directory.Entry is not null).GroupBy(a => a.Directory.Entry, StringComparer.Ordinal)
            .Select(g => new DirectoryEntry([.. g.Select(a => a.Parsed)], null, DirectoryKind.Person, null, null, null));
        var people = Identity.Resolve(addresses.Select(a => new KnownAddress(a.Parsed, a.Name)), entries, choices)
            .Select(group => group.Select(a => byValue[a.Value]).OrderBy(a => a.Id).ToList())
            .OrderBy(group => group[0].Id);

        var taken = new HashSet<long>();
        var parted = new List<(List<GroupedAddress> Person, ContactRow Contact)>();
        foreach (var person in people)
        {
            if (person.Count == 1 && taken.Add(person[0].ContactId))
            {
                continue;
            }

            if (person.Select(a => a.ContactId).Order().Cast<long?>().FirstOrDefault(id => taken.Add(id!.Value)) is { } kept)
            {
                person.ForEach(a => a.ContactId = kept);
            }
            else
            {
                parted.Add((person, db.Contacts.Add(new ContactRow { MailboxId = mailboxId }).Entity));
            }
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        parted.ForEach(p => p.Person.ForEach(a => a.ContactId = p.Contact.Id));
    }

    private static async Task SaveAsync(List<GroupedAddress> addresses, Statements statements, CancellationToken cancellation)
    {
        var save = statements.Prepare(
            """
            UPDATE "address" SET "ContactId" = @1, "Kind" = @2, "DirectoryEntry" = @3, "DirectoryName" = @4, "Department" = @5, "Company" = @6, "JobTitle" = @7
            WHERE "Id" = @0
            """,
            8);
        foreach (var address in addresses.Where(a => a.IsChanged))
        {
            save.Set(0, address.Id);
            save.Set(1, address.ContactId);
            save.Set(2, (int)address.Directory.Kind);
            save.Set(3, address.Directory.Entry);
            save.Set(4, address.Directory.Name);
            save.Set(5, address.Directory.Department);
            save.Set(6, address.Directory.Company);
            save.Set(7, address.Directory.JobTitle);
            await save.RunAsync(cancellation).ConfigureAwait(false);
        }
    }

    private sealed record InDirectory(DirectoryKind Kind, string? Entry, string? Name, string? Department, string? Company, string? JobTitle);

    private sealed class GroupedAddress(long id, long contactId, string value, string? name, InDirectory directory)
    {
        private readonly (long, InDirectory) _before = (contactId, directory);

        public long Id { get; } = id;

        public string Value { get; } = value;

        public string? Name { get; } = name;

        public EmailAddress Parsed { get; } = EmailAddress.TryParse(value, out var parsed) ? parsed : throw new InvalidDataException("A stored address cannot be read.");

        public long ContactId { get; set; } = contactId;

        public InDirectory Directory { get; set; } = directory;

        public bool IsChanged => _before != (ContactId, Directory);
    }
}
