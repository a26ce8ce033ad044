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
        await using (transaction.ConfigureAwait(false))
        {
            var folderId = page is MessagePage messages ? await FolderIdAsync(mailboxId, messages.FolderGraphId, cancellation).ConfigureAwait(false) : 0;
            var ledger = await ItemLedger.OfAsync(db, mailboxId, folderId, page.Items, cancellation).ConfigureAwait(false);
            var book = new AddressBook(db, mailboxId);
            await book.RetractAsync(ledger.Retracted, cancellation).ConfigureAwait(false);
            var addresses = await book.CountAsync(ledger.Added, ledger.Repeated, cancellation).ConfigureAwait(false);
            if (ledger.Retracted.Count > 0)
            {
                await book.DropEmptyAsync(cancellation).ConfigureAwait(false);
            }

            await AppendAsync(mailboxId, ledger, addresses, cancellation).ConfigureAwait(false);
            lostMeeting = book.LostMeeting;
            await MoveOnAsync(mailboxId, page, ledger, lostMeeting, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        db.ChangeTracker.Clear();
        return lostMeeting;
    }

    private Task<long> FolderIdAsync(long mailboxId, string graphId, CancellationToken cancellation) =>
        db.Folders.Where(f => f.MailboxId == mailboxId && f.GraphId == graphId).Select(f => f.Id).SingleAsync(cancellation);

    private async Task AppendAsync(long mailboxId, ItemLedger ledger, Dictionary<string, long> addresses, CancellationToken cancellation)
    {
        var appending = new AppendCommands(db, mailboxId);
        await using (appending.ConfigureAwait(false))
        {
            foreach (var (id, key, folder) in ledger.Changed)
            {
                await appending.SaveItemAsync(id, key, folder, cancellation).ConfigureAwait(false);
            }

            foreach (var interaction in ledger.Added.SelectMany(item => item.Interactions))
            {
                await appending.AddInteractionAsync(interaction, addresses[interaction.Counterpart.Value], cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task MoveOnAsync(long mailboxId, Page page, ItemLedger ledger, bool lostMeeting, CancellationToken cancellation)
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
                await mailbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.Revision, m => m.Revision + 1), cancellation).ConfigureAwait(false);
                break;
            case MeetingPage meetings:
                // When the newest meeting of somebody was taken back, the one before it may be in any window.
                DateTimeOffset? allReadAt = lostMeeting ? MeetingPage.ReadAllAnew : meetings.AllReadAt;
                await mailbox.ExecuteUpdateAsync(
                    set => set
                        .SetProperty(m => m.Revision, m => m.Revision + 1)
                        .SetProperty(m => m.MeetingsRead, m => m.MeetingsRead + ledger.CountedMore)
                        .SetProperty(m => m.MeetingsReadAt, m => meetings.ReadAt ?? m.MeetingsReadAt)
                        .SetProperty(m => m.MeetingsAllReadAt, m => allReadAt ?? m.MeetingsAllReadAt)
                        .SetProperty(m => m.MeetingsReadBackTo, m => m.MeetingsReadBackTo != null && m.MeetingsReadBackTo < meetings.From ? m.MeetingsReadBackTo : meetings.From),
                    cancellation).ConfigureAwait(false);
                break;
        }
    }
}
