using System.Security.Cryptography;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// Removes one person as if no mail and no meeting had ever been with them, and keeps salted hashes of their addresses, so that nothing is stored of
/// them again. What was with others as well stays counted for the others.
/// </summary>
/// <param name="db">A context of its own; its tracked rows are dropped.</param>
public sealed class Forgetting(NetworkContext db)
{
    /// <returns>False when the mailbox has no such contact.</returns>
    public async Task<bool> ForgetAsync(long mailboxId, long contactId, DateTimeOffset now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var statements = new Statements(db);
        await using (transaction.ConfigureAwait(false))
        await using (statements.ConfigureAwait(false))
        {
            await StoringRules.TakeAsync(db, statements, mailboxId, cancellation).ConfigureAwait(false);
            var rows = await db.Addresses.AsNoTracking().Where(a => a.MailboxId == mailboxId && a.ContactId == contactId).ToListAsync(cancellation).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                return false;
            }

            var salt = await SaltAsync(mailboxId, cancellation).ConfigureAwait(false);
            var hashes = rows.ToDictionary(r => r.Id, r => ForgottenAddresses.HashOf(salt, r.Parsed()));
            var meetings = await TakeOutAsync(mailboxId, hashes, statements, cancellation).ConfigureAwait(false);
            await DropWhatNamesAsync(mailboxId, rows, cancellation).ConfigureAwait(false);
            await db.Addresses.Where(a => a.MailboxId == mailboxId && a.ContactId == contactId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            await db.Contacts.Where(c => c.MailboxId == mailboxId && c.Id == contactId).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            db.Forgotten.AddRange(hashes.Values.Select(hash => new ForgottenRow { MailboxId = mailboxId, Hash = hash }));
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            await db.Mailboxes.Where(m => m.Id == mailboxId)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.MeetingsRead, m => m.MeetingsRead - meetings).SetProperty(m => m.Regroup, true), cancellation).ConfigureAwait(false);
            await db.NoteAsync(mailboxId, AuditEvent.Forget, 1, now, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
        await db.OverwriteAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task<byte[]> SaltAsync(long mailboxId, CancellationToken cancellation)
    {
        var mailbox = db.Mailboxes.Where(m => m.Id == mailboxId);
        if (await mailbox.Select(m => m.ForgetSalt).SingleAsync(cancellation).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        var salt = RandomNumberGenerator.GetBytes(ForgottenAddresses.SaltLength);
        await mailbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.ForgetSalt, salt), cancellation).ConfigureAwait(false);
        return salt;
    }

    /// <summary>Leaves them out of everything that was counted, as <see cref="StoringRules.Kept"/> does when it is read again.</summary>
    /// <param name="hashes">By the row ids of their addresses.</param>
    /// <returns>How many meetings do not count any more.</returns>
    private static async Task<int> TakeOutAsync(long mailboxId, Dictionary<long, byte[]> hashes, Statements statements, CancellationToken cancellation)
    {
        var all = statements.Prepare("""SELECT "At", "Id", "Key", "FolderId", "Counterparts" FROM "item" WHERE "MailboxId" = @0 AND "Key" <> 0""", 1);
        all.Set(0, mailboxId);
        var with = new List<LedgerItem>();
        while (await all.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var counterparts = all.Bytes(4);
            if (Counterparts.Read(counterparts).Addresses.Exists(hashes.ContainsKey))
            {
                with.Add(new LedgerItem(all.Number(1), all.Number(0), all.Number(2), all.IsNull(3) ? null : all.Number(3), counterparts));
            }
        }

        var change = statements.Prepare("""UPDATE "item" SET "Key" = @3, "Counterparts" = @4 WHERE "MailboxId" = @0 AND "At" = @1 AND "Id" = @2""", 5);
        var drop = statements.Prepare("""DELETE FROM "item" WHERE "MailboxId" = @0 AND "At" = @1 AND "Id" = @2""", 3);
        var meetings = 0;
        foreach (var item in with)
        {
            var left = Counterparts.Without(item.CounterpartsBefore, hashes.Keys);
            var isGone = left.Length == 0 && item.FolderId is null;
            var statement = isGone ? drop : change;
            statement.Set(0, mailboxId);
            statement.Set(1, item.At);
            statement.Set(2, item.Id);
            if (!isGone)
            {
                var marks = Counterparts.Read(item.CounterpartsBefore).Addresses.Where(hashes.ContainsKey).Select(id => ForgottenAddresses.MarkOf(hashes[id]));
                statement.Set(3, left.Length == 0 ? 0 : marks.Aggregate(item.Key, (key, mark) => key ^ mark));
                statement.Set(4, left);
            }

            await statement.RunAsync(cancellation).ConfigureAwait(false);
            meetings += isGone ? 1 : 0;
        }

        return meetings;
    }

    /// <summary>The owner's word on them, alerts of them, and what the directory's entry of theirs lent to others.</summary>
    private async Task DropWhatNamesAsync(long mailboxId, List<AddressRow> rows, CancellationToken cancellation)
    {
        var values = rows.ConvertAll(r => r.Value);
        await db.OwnersWords.Where(w => w.MailboxId == mailboxId && values.Contains(w.Address)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await db.IdentityChoices.Where(c => c.MailboxId == mailboxId && (values.Contains(c.A) || values.Contains(c.B))).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await db.FilterChoices.Where(c => c.MailboxId == mailboxId && values.Contains(c.Pattern)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await db.Addresses.Where(a => a.MailboxId == mailboxId && a.ContactId != rows[0].ContactId && values.Contains(a.DirectoryEntry!))
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.DirectoryEntry, (string?)null).SetProperty(a => a.DirectoryName, (string?)null).SetProperty(a => a.Department, (string?)null)
                    .SetProperty(a => a.Company, (string?)null).SetProperty(a => a.JobTitle, (string?)null).SetProperty(a => a.Kind, DirectoryKind.Unknown),
                cancellation).ConfigureAwait(false);

        var about = await db.Alerts.Where(a => a.MailboxId == mailboxId && values.Contains(a.Address)).Select(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var deliveries = await db.Outbox.Where(d => d.MailboxId == mailboxId).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var delivery in deliveries)
        {
            // A digest that told of others too stays one that was sent.
            var others = delivery.Alerts.Split(' ').Where(id => !about.Contains(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))).ToList();
            if (others.Count == 0)
            {
                db.Outbox.Remove(delivery);
            }
            else
            {
                delivery.Alerts = string.Join(' ', others);
            }
        }

        await db.Alerts.Where(a => a.MailboxId == mailboxId && values.Contains(a.Address)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        var names = rows.SelectMany(r => new[] { r.Name, r.MeetingName, r.DirectoryName, r.Value }).OfType<string>().Distinct().ToList();
        foreach (var alert in await db.Alerts.Where(a => a.MailboxId == mailboxId && a.Brief != "").ToListAsync(cancellation).ConfigureAwait(false))
        {
            // Who else comes to a meeting.
            alert.Brief = string.Join('\n', alert.Brief.Split('\n').Where(line => !names.Exists(name => line.Contains(name, StringComparison.OrdinalIgnoreCase))));
        }
    }
}
