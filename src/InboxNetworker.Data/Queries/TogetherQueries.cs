using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

public static class TogetherQueries
{
    /// <summary>
    /// The contacts who stood together with one on any mail of the owner's or in any meeting, the contact themselves among them. Of mails to the owner
    /// only the sender is stored, so that who else got them is not known.
    /// </summary>
    public static async Task<IReadOnlySet<long>> SeenWithAsync(this NetworkContext db, long mailboxId, long contactId, CancellationToken cancellation)
    {
        var owners = await db.Addresses.AsNoTracking().Where(a => a.MailboxId == mailboxId).Select(a => new { a.Id, a.ContactId })
            .ToDictionaryAsync(a => a.Id, a => a.ContactId, cancellation).ConfigureAwait(false);
        var seen = new HashSet<long> { contactId };
        var shared = db.Items.AsNoTracking().Where(i => i.MailboxId == mailboxId && i.Counterparts.Length > 2).Select(i => i.Counterparts).AsAsyncEnumerable();
        await foreach (var bytes in shared.WithCancellation(cancellation).ConfigureAwait(false))
        {
            var contacts = Counterparts.Read(bytes).Addresses.Select(a => owners.GetValueOrDefault(a)).ToList();
            if (contacts.Count > 1 && contacts.Contains(contactId))
            {
                seen.UnionWith(contacts);
            }
        }

        return seen;
    }
}
