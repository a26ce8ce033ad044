using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <param name="ContactId">Of whoever has the address now; null when nobody does.</param>
/// <param name="Importance">Higher is more important.</param>
public sealed record AlertRecord(
    long Id, long? ContactId, AlertKind Kind, string Address, string Name, string Title, string Text, IReadOnlyList<string> Brief, double Importance,
    DateTimeOffset RaisedAt, DateOnly DueOn, DateTimeOffset EndsAt, DateTimeOffset? SeenAt);

/// <summary>Somebody of whom there is something to tell.</summary>
/// <param name="AlsoThere">For a meeting: who has the same one next.</param>
public sealed record SignOfPerson(Sign Sign, Relationship Relationship, IReadOnlyList<Relationship> AlsoThere);

public static class AlertQueries
{
    private const int LoadedAtOnce = 20;

    public static async Task<IReadOnlyList<PastAlert>> PastAlertsAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        [.. (await db.Alerts.Where(a => a.MailboxId == mailboxId)
            .Select(a => new { a.Kind, a.Anchor, a.RaisedAt, ContactId = db.Addresses.Where(x => x.MailboxId == mailboxId && x.Value == a.Address).Select(x => (long?)x.ContactId).FirstOrDefault() })
            .ToListAsync(cancellation).ConfigureAwait(false))
            .Select(a => new PastAlert(a.ContactId ?? 0, a.Kind, a.Anchor, a.RaisedAt))];

    /// <summary>The first of whom there is something to tell and who are not left out, the most urgent first; each person and meeting once.</summary>
    /// <param name="most">At most so many.</param>
    public static Task<IReadOnlyList<SignOfPerson>> SignsAsync(
        this NetworkContext db, long mailboxId, IReadOnlyCollection<PastAlert> past, WorkingHours hours, DateTimeOffset now, int most, CancellationToken cancellation) =>
        db.AtOneMomentAsync(() => db.SignsAtOneMomentAsync(mailboxId, past, hours, now, most, cancellation), cancellation);

    /// <summary>Those that are neither over nor put away, the newest first.</summary>
    public static async Task<IReadOnlyList<AlertRecord>> OpenAlertsAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation) =>
        await db.RecordsAsync(mailboxId, db.Alerts.Where(a => a.MailboxId == mailboxId && a.DismissedAt == null && a.ActedAt == null && a.EndsAt > now), cancellation).ConfigureAwait(false);

    /// <summary>All that were ever raised, the oldest first.</summary>
    public static async Task<IReadOnlyList<AlertRow>> AllAlertsAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation) =>
        await db.Alerts.AsNoTracking().Where(a => a.MailboxId == mailboxId).OrderBy(a => a.RaisedAt).ThenBy(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false);

    /// <summary>About whoever has one of these addresses.</summary>
    public static async Task<AlertRecord?> OpenAlertAsync(this NetworkContext db, long mailboxId, IReadOnlyCollection<EmailAddress> addresses, DateTimeOffset now, CancellationToken cancellation)
    {
        var values = addresses.Select(a => a.Value).ToList();
        var open = await db.RecordsAsync(
            mailboxId,
            db.Alerts.Where(a => a.MailboxId == mailboxId && values.Contains(a.Address) && a.DismissedAt == null && a.ActedAt == null && a.EndsAt > now),
            cancellation).ConfigureAwait(false);
        return open.Count > 0 ? open[0] : null;
    }

    /// <returns>False when the mailbox has no such alert.</returns>
    public static async Task<bool> DismissAlertAsync(this NetworkContext db, long mailboxId, long id, DateTimeOffset now, CancellationToken cancellation) =>
        await db.Alerts.Where(a => a.MailboxId == mailboxId && a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DismissedAt, a => a.DismissedAt ?? now), cancellation).ConfigureAwait(false) > 0;

    /// <inheritdoc cref="DismissAlertAsync"/>
    public static async Task<bool> ActOnAlertAsync(this NetworkContext db, long mailboxId, long id, DateTimeOffset now, CancellationToken cancellation) =>
        await db.Alerts.Where(a => a.MailboxId == mailboxId && a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ActedAt, a => a.ActedAt ?? now), cancellation).ConfigureAwait(false) > 0;

    public static Task SeeAlertsAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation) =>
        db.Alerts.Where(a => a.MailboxId == mailboxId && a.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.SeenAt, now), cancellation);

    /// <summary>The two have been in touch, or the owner has written a draft or said something since: that is what an alert was for.</summary>
    public static Task CloseAlertsAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation) =>
        db.Alerts.Where(a => a.MailboxId == mailboxId && a.ActedAt == null && a.DismissedAt == null && a.EndsAt > now
                && (db.Addresses.Any(x => x.MailboxId == mailboxId && x.LastAt > a.RaisedAt && x.LastAt <= now
                        && db.Addresses.Any(own => own.MailboxId == mailboxId && own.Value == a.Address && own.ContactId == x.ContactId))
                    || db.OwnersWords.Any(w => w.MailboxId == mailboxId && w.Address == a.Address
                        && (w.Resting || w.SnoozedAt > a.RaisedAt || w.DraftedAt > a.RaisedAt || w.DismissedAt > a.RaisedAt))))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ActedAt, now), cancellation);

    internal static async Task<IReadOnlyList<AlertRecord>> RecordsAsync(this NetworkContext db, long mailboxId, IQueryable<AlertRow> alerts, CancellationToken cancellation) =>
        [.. (await alerts.AsNoTracking().OrderByDescending(a => a.RaisedAt).ThenBy(a => a.Kind).ThenByDescending(a => a.Importance).ThenBy(a => a.Id)
            .Select(a => new { Row = a, ContactId = db.Addresses.Where(x => x.MailboxId == mailboxId && x.Value == a.Address).Select(x => (long?)x.ContactId).FirstOrDefault() })
            .ToListAsync(cancellation).ConfigureAwait(false)).Select(a => ToRecord(a.Row, a.ContactId))];

    private static AlertRecord ToRecord(AlertRow a, long? contactId) => new(
        a.Id, contactId, a.Kind, a.Address, a.Name, a.Title, a.Text, a.Brief.Split('\n', StringSplitOptions.RemoveEmptyEntries), a.Importance,
        a.RaisedAt, DateOnly.FromDateTime(a.DueOn.UtcDateTime), a.EndsAt, a.SeenAt);

    private static async Task<IReadOnlyList<SignOfPerson>> SignsAtOneMomentAsync(
        this NetworkContext db, long mailboxId, IReadOnlyCollection<PastAlert> past, WorkingHours hours, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        var filter = await db.PeopleFilterAsync(mailboxId, null, cancellation).ConfigureAwait(false);
        var words = await db.OwnersWordsByContactAsync(mailboxId, filter.Said, cancellation).ConfigureAwait(false);
        var signs = AlertPolicy.Signs(await db.CandidatesAsync(mailboxId, words, cancellation).ConfigureAwait(false), filter.Calibration, past, hours, now);
        var found = new List<SignOfPerson>();
        var once = new HashSet<(long, DateTimeOffset?)>();
        foreach (var some in signs.Chunk(LoadedAtOnce))
        {
            var people = (await db.PeopleAsync(mailboxId, [.. some.Select(s => s.ContactId)], filter, cancellation).ConfigureAwait(false)).ToDictionary(p => p.Person.Id);
            foreach (var sign in some.Where(s => people[s.ContactId].Noise is null && once.Add(s.Once)))
            {
                var others = sign.Kind == AlertKind.MeetingSoon ? await db.MeetingAtAsync(mailboxId, sign.Anchor, filter, cancellation).ConfigureAwait(false) : [];
                found.Add(new SignOfPerson(sign, people[sign.ContactId], others));
                if (found.Count == most)
                {
                    return found;
                }
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<Relationship>> MeetingAtAsync(this NetworkContext db, long mailboxId, DateTimeOffset at, PeopleFilter filter, CancellationToken cancellation) =>
        await db.PeopleAsync(
            mailboxId,
            await db.Addresses.Where(a => a.MailboxId == mailboxId && a.NextMeetingAt == at).Select(a => a.ContactId).Distinct().ToListAsync(cancellation).ConfigureAwait(false),
            filter,
            cancellation).ConfigureAwait(false);

    /// <summary>By way of the contacts, for else SQLite may look through all addresses of the mailbox.</summary>
    private static async Task<IReadOnlyList<Relationship>> PeopleAsync(this NetworkContext db, long mailboxId, IReadOnlyCollection<long> ids, PeopleFilter filter, CancellationToken cancellation) =>
        [.. (await db.Contacts.Where(c => c.MailboxId == mailboxId && ids.Contains(c.Id))
                .Join(db.Addresses.AsNoTracking(), c => c.Id, a => a.ContactId, (_, address) => address).ToListAsync(cancellation).ConfigureAwait(false))
            .GroupBy(a => a.ContactId).Select(group => RelationshipQueries.ToRelationship(group.Key, group, filter))];
}
