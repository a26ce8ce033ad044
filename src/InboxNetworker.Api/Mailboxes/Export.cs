using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>Everything that is stored about the owner, as a zip of JSON and CSV. A cell that a spreadsheet would take for a formula is made text.</summary>
internal static class Export
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(Stream output, NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation)
    {
        var mailbox = await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false);
        var people = await db.RelationshipsAsync(mailboxId, cancellation).ConfigureAwait(false);
        var choices = await db.FilterChoicesAsync(mailboxId, cancellation).ConfigureAwait(false);
        var identity = await db.IdentityChoicesAsync(mailboxId, cancellation).ConfigureAwait(false);
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
            }),
            leftOut = choices.All,
            onePerson = identity.Select(c => new { a = c.A.Value, b = c.B.Value, c.Same }),
        };

        async Task TableAsync(string name, string[] columns, IEnumerable<object?[]> rows)
        {
            var stream = await archive.CreateEntry(name).OpenAsync(cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var writer = new StreamWriter(stream);
                await using (writer.ConfigureAwait(false))
                {
                    foreach (var row in rows.Prepend(columns))
                    {
                        await writer.WriteAsync(string.Join(',', row.Select(Cell)) + "\r\n").ConfigureAwait(false);
                    }
                }
            }
        }
    }

    /// <summary>RFC 4180; and an apostrophe before what a spreadsheet would work out (https://owasp.org/www-community/attacks/CSV_Injection).</summary>
    internal static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        if (value is string && text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
