using InboxNetworker.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Writing;

/// <summary>
/// Puts a page into the store: items, interactions, relationship histories and the cursor in one transaction. Writing a page again changes
/// nothing, in whatever order; a changed message is counted anew, a moved or deleted one stays counted as it was.
/// </summary>
/// <param name="db">A context of its own; its tracked rows are dropped afterwards.</param>
public sealed class PageWriter(NetworkContext db)
{
    /// <returns>True when the newest meeting of somebody was taken back, and the calendar has to be read anew for the one before.</returns>
    public async Task<bool> WriteAsync(long mailboxId, Page page, CancellationToken cancellation)
    {
        bool lostMeeting;
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var statements = new Statements(db);
        await using (transaction.ConfigureAwait(false))
        await using (statements.ConfigureAwait(false))
        {
            var rules = await StoringRules.TakeAsync(db, statements, mailboxId, cancellation).ConfigureAwait(false);
            var items = rules.Kept(page.Items);
            long? folderId = page is MessagePage messages ? await FolderIdAsync(mailboxId, messages.FolderGraphId, cancellation).ConfigureAwait(false) : null;
            var ledger = await ItemLedger.OfAsync(db, statements, mailboxId, folderId, items, rules.DroppedBefore, cancellation).ConfigureAwait(false);
            var book = new AddressBook(db, new AddressTable(statements, mailboxId), mailboxId);
            await book.RetractAsync(ledger.Retracted, cancellation).ConfigureAwait(false);
            var addresses = await book.CountAsync(ledger.Added, ledger.Repeated, cancellation).ConfigureAwait(false);
            if (ledger.Retracted.Count > 0)
            {
                await book.DropEmptyAsync(cancellation).ConfigureAwait(false);
            }

            await new ItemTable(statements, mailboxId).SaveAsync(ledger, addresses, cancellation).ConfigureAwait(false);
            lostMeeting = book.LostMeeting;
            await MoveOnAsync(mailboxId, page, ledger, book, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
        return lostMeeting;
    }

    private Task<long> FolderIdAsync(long mailboxId, string graphId, CancellationToken cancellation) =>
        db.Folders.Where(f => f.MailboxId == mailboxId && f.GraphId == graphId).Select(f => f.Id).SingleAsync(cancellation);

    private async Task MoveOnAsync(long mailboxId, Page page, ItemLedger ledger, AddressBook book, CancellationToken cancellation)
    {
        foreach (var (folder, by) in ledger.HeldMore)
        {
            await db.Folders.Where(f => f.MailboxId == mailboxId && f.Id == folder)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.MessagesHeld, f => f.MessagesHeld + by), cancellation).ConfigureAwait(false);
        }

        var mailbox = db.Mailboxes.Where(m => m.Id == mailboxId);
        switch (page)
        {
            case MessagePage messages:
                await db.Folders.Where(f => f.MailboxId == mailboxId && f.GraphId == messages.FolderGraphId)
                    .ExecuteUpdateAsync(set => set.SetProperty(f => f.Cursor, messages.Cursor).SetProperty(f => f.UpToDate, messages.UpToDate), cancellation).ConfigureAwait(false);
                if (book.Regroup)
                {
                    await mailbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.Regroup, true), cancellation).ConfigureAwait(false);
                }

                break;
            case MeetingPage meetings:
                // When the newest meeting of somebody was taken back, the one before it may be in any window.
                DateTimeOffset? allReadAt = book.LostMeeting ? MeetingPage.ReadAllAnew : meetings.AllReadAt;
                await mailbox.ExecuteUpdateAsync(
                    set => set
                        .SetProperty(m => m.Regroup, m => m.Regroup || book.Regroup)
                        .SetProperty(m => m.MeetingsRead, m => m.MeetingsRead + ledger.CountedMore)
                        .SetProperty(m => m.MeetingsReadAt, m => meetings.ReadAt ?? m.MeetingsReadAt)
                        .SetProperty(m => m.MeetingsAllReadAt, m => allReadAt ?? m.MeetingsAllReadAt)
                        .SetProperty(m => m.MeetingsReadBackTo, m => m.MeetingsReadBackTo != null && m.MeetingsReadBackTo < meetings.From ? m.MeetingsReadBackTo : meetings.From),
                    cancellation).ConfigureAwait(false);
                break;
        }

        if (page.NotedAt is { } notedAt && ledger.NewItems is > 0 and var items)
        {
            await db.NoteReadingAsync(mailboxId, items, readings: 0, notedAt, cancellation).ConfigureAwait(false);
        }
    }
}
