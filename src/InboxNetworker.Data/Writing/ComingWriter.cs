using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <param name="Address">As stored, lower case.</param>
public readonly record struct ComingMeeting(string Address, string? Title, DateTimeOffset At);

/// <summary>Whom the owner meets next: all of it anew at each reading of the calendar, for plans change.</summary>
public sealed class ComingWriter(NetworkContext db)
{
    public async Task WriteAsync(long mailboxId, IEnumerable<ComingMeeting> coming, CancellationToken cancellation)
    {
        var next = coming.GroupBy(c => c.Address, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(c => c.At).ThenBy(c => c.Title, StringComparer.Ordinal).First(), StringComparer.Ordinal);
        var values = next.Keys.ToList();
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            foreach (var row in await db.Addresses.Where(a => a.MailboxId == mailboxId && (a.NextMeetingAt != null || values.Contains(a.Value))).ToListAsync(cancellation).ConfigureAwait(false))
            {
                var known = next.TryGetValue(row.Value, out var meeting);
                row.NextMeeting = known ? AddressChange.Shorten(meeting.Title) : null;
                row.NextMeetingAt = known ? meeting.At : null;
            }

            if (!db.ChangeTracker.HasChanges())
            {
                return;
            }

            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            await db.Mailboxes.Where(m => m.Id == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(m => m.Revision, m => m.Revision + 1), cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
    }
}
