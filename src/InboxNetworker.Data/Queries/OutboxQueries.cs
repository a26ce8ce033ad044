using InboxNetworker.Core.Alerts;
using InboxNetworker.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Data.Queries;

/// <summary>Something that is to be delivered once.</summary>
/// <param name="TriedAt">When it was last about to be handed over; null when it surely never was.</param>
public sealed record Delivery(string Key, DeliveryChannel Channel, IReadOnlyList<long> Alerts, DateTimeOffset CreatedAt, DateTimeOffset? TriedAt, int Failures, string? Problem);

/// <summary>What is raised and what is to be delivered stand or fall together; a delivery is marked as tried before it is handed over.</summary>
public static class OutboxQueries
{
    /// <summary>Keeps new alerts, and with them what is to be delivered of them.</summary>
    /// <param name="toDo">A task for each of them.</param>
    /// <param name="digest">The key of a digest that is due, of all alerts that are open and in none yet; null for none. One that was dropped told nobody.</param>
    /// <returns>How many alerts are new.</returns>
    public static async Task<int> RaiseAsync(this NetworkContext db, long mailboxId, IReadOnlyList<Alert> alerts, bool toDo, string? digest, DateTimeOffset now, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            // Whoever was forgotten while this was decided is not told of.
            var values = alerts.Select(a => a.Address.Value).ToList();
            var known = (await db.Addresses.Where(a => a.MailboxId == mailboxId && values.Contains(a.Value)).Select(a => a.Value).ToListAsync(cancellation).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
            var rows = alerts.Where(a => known.Contains(a.Address.Value)).Select(a => ToRow(mailboxId, a, now)).ToList();
            db.Alerts.AddRange(rows);
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            if (toDo)
            {
                db.Outbox.AddRange(rows.Select(r => ToSend(mailboxId, $"todo-{r.Id}", DeliveryChannel.ToDo, [r.Id], now)));
            }

            if (digest is not null && await db.ForDigestAsync(mailboxId, now, cancellation).ConfigureAwait(false) is { Count: > 0 } inIt
                && !await db.Outbox.AnyAsync(d => d.MailboxId == mailboxId && d.Key == digest, cancellation).ConfigureAwait(false))
            {
                db.Outbox.Add(ToSend(mailboxId, digest, DeliveryChannel.Digest, inIt, now));
                await db.AlertSettings.Where(s => s.MailboxId == mailboxId).ExecuteUpdateAsync(set => set.SetProperty(s => s.DigestAt, now), cancellation).ConfigureAwait(false);
            }

            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            if (rows.Count > 0)
            {
                await db.NoteAsync(mailboxId, AuditEvent.AlertDecided, rows.Count, now, cancellation).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            db.ChangeTracker.Clear();
            return rows.Count;
        }
    }

    /// <summary>What is neither delivered nor dropped, the oldest first.</summary>
    /// <param name="due">Only what may be tried now; null for all.</param>
    public static async Task<IReadOnlyList<Delivery>> UndeliveredAsync(this NetworkContext db, long mailboxId, DateTimeOffset? due, CancellationToken cancellation) =>
        [.. (await db.Outbox.AsNoTracking()
                .Where(d => d.MailboxId == mailboxId && d.DeliveredAt == null && d.DroppedAt == null && (due == null || d.NextTryAt <= due))
                .OrderBy(d => d.CreatedAt).ThenBy(d => d.Key).ToListAsync(cancellation).ConfigureAwait(false))
            .Select(d => new Delivery(d.Key, d.Channel, [.. d.Alerts.Split(' ').Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))], d.CreatedAt, d.TriedAt, d.Failures, d.Problem))];

    /// <summary>Of a delivery, those that are still open, the most important first.</summary>
    public static async Task<IReadOnlyList<AlertRecord>> AlertsOfAsync(this NetworkContext db, long mailboxId, Delivery delivery, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = delivery.Alerts;
        return [.. (await db.RecordsAsync(
                mailboxId,
                db.Alerts.Where(a => a.MailboxId == mailboxId && ids.Contains(a.Id) && a.DismissedAt == null && a.ActedAt == null && a.EndsAt > now),
                cancellation).ConfigureAwait(false))
            .OrderBy(a => a.Kind).ThenByDescending(a => a.Importance).ThenBy(a => a.Id)];
    }

    public static Task TryingAsync(this NetworkContext db, long mailboxId, string key, DateTimeOffset now, CancellationToken cancellation) =>
        db.Of(mailboxId, key).ExecuteUpdateAsync(set => set.SetProperty(d => d.TriedAt, now), cancellation);

    public static async Task DeliveredAsync(this NetworkContext db, long mailboxId, Delivery delivery, DateTimeOffset now, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await db.Of(mailboxId, delivery.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.DeliveredAt, now).SetProperty(d => d.Failures, 0).SetProperty(d => d.Problem, (string?)null), cancellation).ConfigureAwait(false);
            await db.NoteAsync(mailboxId, delivery.Channel == DeliveryChannel.Digest ? AuditEvent.DigestSent : AuditEvent.TaskMade, delivery.Alerts.Count, now, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    public static Task DropAsync(this NetworkContext db, long mailboxId, string key, DateTimeOffset now, CancellationToken cancellation) =>
        db.Of(mailboxId, key).ExecuteUpdateAsync(set => set.SetProperty(d => d.DroppedAt, now), cancellation);

    /// <param name="problem">Null where nothing went wrong and it is only too early.</param>
    public static Task TryLaterAsync(this NetworkContext db, long mailboxId, string key, DateTimeOffset at, string? problem, CancellationToken cancellation) =>
        db.Of(mailboxId, key).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.NextTryAt, at).SetProperty(d => d.Failures, d => problem == null ? d.Failures : d.Failures + 1).SetProperty(d => d.Problem, d => problem ?? d.Problem),
            cancellation);

    /// <summary>The channel was turned on again, or its permission given: nothing waits any longer.</summary>
    public static Task TryNowAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation) =>
        db.Outbox.Where(d => d.MailboxId == mailboxId && d.DeliveredAt == null && d.DroppedAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.NextTryAt, now), cancellation);

    /// <summary>Open alerts that stood in no digest yet, the most important first, as many as one names; the rest wait for the next.</summary>
    private static async Task<IReadOnlyList<long>> ForDigestAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation)
    {
        var told = (await db.Outbox.Where(d => d.MailboxId == mailboxId && d.Channel == DeliveryChannel.Digest && d.DroppedAt == null).Select(d => d.Alerts).ToListAsync(cancellation).ConfigureAwait(false))
            .SelectMany(ids => ids.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var open = await db.Alerts.Where(a => a.MailboxId == mailboxId && a.DismissedAt == null && a.ActedAt == null && a.EndsAt > now)
            .OrderBy(a => a.Kind).ThenByDescending(a => a.Importance).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. open.Where(id => !told.Contains($"{id}")).Take(Digest.Most)];
    }

    private static IQueryable<OutboxRow> Of(this NetworkContext db, long mailboxId, string key) => db.Outbox.Where(d => d.MailboxId == mailboxId && d.Key == key);

    private static OutboxRow ToSend(long mailboxId, string key, DeliveryChannel channel, IReadOnlyList<long> alerts, DateTimeOffset now) =>
        new() { MailboxId = mailboxId, Key = key, Channel = channel, Alerts = string.Join(' ', alerts), CreatedAt = now, NextTryAt = now };

    private static AlertRow ToRow(long mailboxId, Alert alert, DateTimeOffset now) => new()
    {
        MailboxId = mailboxId,
        Kind = alert.Sign.Kind,
        Anchor = alert.Sign.Anchor,
        Address = alert.Address.Value,
        Name = alert.Name,
        Title = alert.Title,
        Text = alert.Text,
        Brief = string.Join('\n', alert.Brief),
        Importance = alert.Sign.Importance,
        RaisedAt = now,
        DueOn = new DateTimeOffset(alert.DueOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        EndsAt = alert.EndsAt,
    };
}
