using System.IO.Compression;
using System.Text.Json;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>Everything that is stored about the owner but for secrets, as a zip: for people in JSON and two tables, and after them every table of the store.</summary>
internal static class Export
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(Stream output, NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation)
    {
        var mailbox = await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
        var people = await db.RelationshipsAsync(mailboxId, cancellation).ConfigureAwait(false);
        var choices = await db.FilterChoicesAsync(mailboxId, cancellation).ConfigureAwait(false);
        var identity = await db.IdentityChoicesAsync(mailboxId, cancellation).ConfigureAwait(false);
        var templates = await db.TemplatesAsync(mailboxId, null, cancellation).ConfigureAwait(false);
        var alerts = await db.AllAlertsAsync(mailboxId, cancellation).ConfigureAwait(false);
        var settings = await db.AlertSettingsAsync(mailboxId, cancellation).ConfigureAwait(false);
        var retention = await db.RetentionAsync(mailboxId, cancellation).ConfigureAwait(false);
        var forgotten = await db.ForgottenCountAsync(mailboxId, cancellation).ConfigureAwait(false);
        var audit = await db.AuditAsync(mailboxId, before: null, AuditQueries.MaxRows, cancellation).ConfigureAwait(false);
        var folders = await db.FolderRowsAsync(mailboxId, cancellation).ConfigureAwait(false);
        var subscriptions = await db.SubscriptionsAsync(mailboxId, cancellation).ConfigureAwait(false);
        var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation).ConfigureAwait(false);
        await using (archive.ConfigureAwait(false))
        {
            var everything = await archive.CreateEntry("everything.json").OpenAsync(cancellation).ConfigureAwait(false);
            await using (everything.ConfigureAwait(false))
            {
                await JsonSerializer.SerializeAsync(everything, Everything(), Json, cancellation).ConfigureAwait(false);
            }

            await TableAsync("people.csv", ["name", "addresses", "company", "department", "title", "state", "last subject", "last meeting", "tags", "note"], people.Select(p => new object?[]
            {
                p.Person.Name,
                string.Join(' ', p.Person.Addresses.Select(a => a.Value)),
                p.Person.Company,
                p.Person.Department,
                p.Person.JobTitle,
                RelationshipModel.StateOf(p, now),
                p.LastSubject?.Text,
                p.LastMeeting?.Text,
                string.Join(' ', p.Word.Preferences.Tags),
                p.Word.Preferences.Note,
            })).ConfigureAwait(false);
            await TableAsync("weeks.csv", ["address", "week", "sent", "received", "meetings"], people.SelectMany(p => p.History.Weeks.Select(w => new object?[]
            {
                p.Person.Address.Value, w.Week, w.Sent.Count, w.Received.Count, w.Met.Count,
            }))).ConfigureAwait(false);
            await ExportTables.WriteAsync(archive, db, mailboxId, cancellation).ConfigureAwait(false);
        }

        object Everything() => new
        {
            asOf = now,
            owner = mailbox is null ? null : new { name = mailbox.OwnerName, addresses = mailbox.OwnAddresses.Select(a => a.Value), mailbox.OwnPlace.Company, mailbox.OwnPlace.Department },
            people = people.Select(p => new
            {
                p.Person.Name,
                addresses = p.Person.Addresses.Select(a => a.Value),
                p.Person.Company,
                p.Person.Department,
                p.Person.JobTitle,
                leftOut = p.Noise is null ? null : p.Noise.ToString(),
                weeks = p.History.Weeks.Select(w => new { week = w.Week.ToString(), sent = w.Sent.Count, received = w.Received.Count, meetings = w.Met.Count, first = w.First, last = w.Last }),
                p.LastSubject,
                p.LastMeeting,
                p.NextMeeting,
                wishes = p.Word.Preferences,
                p.Word.DismissedAt,
                p.Word.DraftedAt,
                outcome = Outcome.Of(p, now),
            }),
            leftOut = choices.All,
            templates = templates.Select(t => new { intent = t.Intent.ToString(), t.Language, t.Subject, t.Text }),
            onePerson = identity.Select(c => new { a = c.A.Value, b = c.B.Value, c.Same }),
            alerts = alerts.Select(a => new
            {
                kind = a.Kind.ToString(),
                a.Anchor,
                a.Address,
                a.Name,
                a.Title,
                a.Text,
                brief = a.Brief.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                a.RaisedAt,
                dueOn = DateOnly.FromDateTime(a.DueOn.UtcDateTime),
                a.EndsAt,
                a.SeenAt,
                a.DismissedAt,
                a.ActedAt,
            }),
            alertSettings = settings is null ? null : new
            {
                settings.Language,
                settings.PerWeek,
                settings.Pane,
                settings.InfoBar,
                settings.ToDo,
                settings.DigestEveryWeeks,
                settings.DigestAt,
                calendar = settings.FeedSecret is not null,
                settings.WorkDays,
                settings.WorkFrom,
                settings.WorkTo,
                settings.WorkZone,
            },
            retention,
            forgottenAddresses = forgotten,
            folders = folders.Select(f => new { id = f.GraphId, f.MessagesTotal, f.MessagesHeld, f.UpToDate }),
            subscriptions = subscriptions.Select(s => new { s.Resource, s.NotificationUrl, s.ExpiresAt }),
            whatWasDone = audit.Select(a => new { a.At, what = a.What.ToString(), a.Count, a.Times }),
        };

        Task TableAsync(string name, string[] columns, IEnumerable<object?[]> rows) => CsvFile.WriteAsync(archive, name, columns, rows.ToAsyncEnumerable(), cancellation);
    }
}
