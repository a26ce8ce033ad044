using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph;
using Microsoft.Graph.Me.MailFolders.Item.Messages.Delta;
using Message = Microsoft.Graph.Models.Message;

namespace InboxNetworker.Benchmarks.Sync;

/// <summary>
/// The mail of a whole mailbox put into the product's store the plain way: every message through the SDK's models into memory, every fact of a
/// relationship worked out there by definition, all rows through <c>AddRange</c>. What remains, people and calendar, the product reads afterwards.
/// </summary>
internal sealed class PlainMailbox(GraphServiceClient client, OwnAddresses own)
{
    private static readonly string[] LeftOut = ["drafts", "junkemail", "deleteditems", "outbox"];

    private readonly List<(FolderRow Folder, ItemId Id, MailItem Mail, List<Interaction> Counted)> _messages = [];

    public static async Task StoreAsync(WebApplication app, Uri emulator)
    {
        using var client = PlainReading.Connect(emulator);
        var graph = app.Services.GetRequiredService<GraphMailbox>();
        var owner = (await graph.OwnerAsync(Patience.Background, CancellationToken.None)).Value!;
        var folders = (await graph.FoldersAsync(["sentitems", .. LeftOut], CancellationToken.None)).Value!.Where(f => !LeftOut.Contains(f.WellKnownName));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<NetworkContext>>().CreateDbContextAsync();
        var mailbox = await db.OpenMailboxAsync(owner.Id, owner.Name, new OwnPlace(owner.Addresses), CancellationToken.None);
        var plain = new PlainMailbox(client, new OwnAddresses(owner.Addresses));
        foreach (var folder in folders)
        {
            db.Folders.Add(await plain.ReadAsync(mailbox.Id, folder));
        }

        (await db.Mailboxes.SingleAsync()).Regroup = true;
        await db.SaveChangesAsync();
        await plain.StoreAsync(db, mailbox.Id);
    }

    private async Task<FolderRow> ReadAsync(long mailboxId, MailFolderEntry folder)
    {
        var row = new FolderRow { MailboxId = mailboxId, GraphId = folder.Id, MessagesTotal = folder.TotalItems, UpToDate = true };
        var first = await client.Me.MailFolders[folder.Id].Messages.Delta.GetAsDeltaGetResponseAsync(PlainReading.FirstRequest);
        var pages = PageIterator<Message, DeltaGetResponse>.CreatePageIterator(
            client,
            first!,
            message =>
            {
                var mail = PlainReading.ToItem(message, folder.WellKnownName == "sentitems");
                var counted = new List<Interaction>();
                Extraction.FromMail(mail, own, counted);
                _messages.Add((row, ItemId.Of(message.Id!), mail, counted));
                return true;
            },
            PlainReading.NextRequest);
        await pages.IterateAsync();
        row.Cursor = pages.Deltalink;
        row.MessagesHeld = _messages.Where(m => m.Folder == row).DistinctBy(m => m.Id).Count();
        return row;
    }

    private async Task StoreAsync(NetworkContext db, long mailboxId)
    {
        var contents = _messages.Where(m => m.Counted.Count > 0).DistinctBy(m => m.Counted[0].Source);
        var rows = contents.SelectMany(m => m.Counted, (m, i) => (m.Mail, Interaction: i)).GroupBy(i => i.Interaction.Counterpart)
            .ToDictionary(g => g.Key, g => ToRow(mailboxId, g.Key, [.. g]));
        var contacts = rows.Values.ToDictionary(a => a, _ => new ContactRow { MailboxId = mailboxId });
        db.AddRange(contacts.Values);
        await db.SaveChangesAsync();
        foreach (var (address, contact) in contacts)
        {
            address.ContactId = contact.Id;
        }

        db.AddRange(rows.Values);
        await db.SaveChangesAsync();
        var ids = rows.ToDictionary(r => r.Key, r => r.Value.Id);
        db.AddRange(_messages.DistinctBy(m => m.Id).Select(m => new ItemRow
        {
            MailboxId = mailboxId,
            At = m.Mail.At,
            Id = m.Id.Value,
            Key = m.Counted.Count > 0 ? m.Counted[0].Source.Value : 0,
            FolderId = m.Folder.Id,
            Counterparts = m.Counted.Count > 0 ? Counterparts.Of(m.Counted, ids) : [],
        }));
        await db.SaveChangesAsync();
    }

    private static AddressRow ToRow(long mailboxId, Core.Interactions.EmailAddress address, List<(MailItem Mail, Interaction Interaction)> all)
    {
        var history = WeeklyHistory.Of(all.Select(a => a.Interaction));
        var name = Newest(all.Select(a => (NameIn(a.Mail, address), a.Interaction.At)));
        var subject = Newest(all.Select(a => (string.IsNullOrWhiteSpace(a.Mail.Subject) ? null : a.Mail.Subject.Trim(), a.Interaction.At)));
        return new AddressRow
        {
            MailboxId = mailboxId,
            Value = address.Value,
            History = history.ToBytes(),
            LastAt = history.Weeks[^1].Last,
            Name = name?.Text,
            NameAt = name?.At,
            LastSubject = subject?.Text,
            LastSubjectAt = subject?.At,
        };
    }

    private static string? NameIn(MailItem mail, Core.Interactions.EmailAddress address) =>
        new[] { mail.From }.OfType<Core.Interactions.Participant>().Concat(mail.To).Concat(mail.Cc).Where(p => p.Address == address)
            .Select(p => DisplayName.Tidy(p.Name)).Where(n => n is not null).Order(StringComparer.Ordinal).FirstOrDefault();

    private static (string Text, DateTimeOffset At)? Newest(IEnumerable<(string? Text, DateTimeOffset At)> all) =>
        all.Where(t => t.Text is not null).Select(t => ((string Text, DateTimeOffset At)?)(t.Text!, t.At))
            .OrderByDescending(t => t!.Value.At).ThenByDescending(t => t!.Value.Text, StringComparer.Ordinal).FirstOrDefault();
}
