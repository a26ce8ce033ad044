using System.Collections.Concurrent;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Alerts;

/// <summary>Load, decide, save; then deliver what is to be delivered. Once after each reading, and nothing at all as long as no channel is on.</summary>
internal sealed partial class AlertRound(
    IDbContextFactory<NetworkContext> contexts, CurrentMailbox current, GraphSelf graph, OwnersHours ownersHours, Delivering delivering, AlertBoard board, TimeProvider time, ILogger<AlertRound> log)
{
    /// <summary>Found beyond the room there is, in case some of them have left the organisation.</summary>
    private const int Spare = 5;

    private static readonly TimeSpan LeftForADay = TimeSpan.FromDays(1);

    /// <summary>Who was found to have left, and when that was; asked again after a day.</summary>
    private readonly ConcurrentDictionary<(long MailboxId, string Address), DateTimeOffset> _left = [];

    /// <summary>Whatever happens, what was decided before stands, and the next round goes on from there.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            var mailboxId = current.Id;
            if (await SettingsAsync(mailboxId, cancellation).ConfigureAwait(false) is { } settings && settings.IsOn())
            {
                var hours = await ownersHours.OfAsync(mailboxId, settings, cancellation).ConfigureAwait(false);
                await DecideAsync(mailboxId, settings, hours, cancellation).ConfigureAwait(false);
                if (hours.Include(time.GetUtcNow()))
                {
                    await delivering.DeliverAsync(mailboxId, settings, cancellation).ConfigureAwait(false); // what was decided at five to five and failed waits for the morning
                }
            }

            await TellAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The program ends; all of it is done again from the store.
        }
#pragma warning disable CA1031 // A bug or a full disk here must not end readings.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogBroke(error.GetType().Name, error.StackTrace ?? string.Empty);
        }
    }

    /// <summary>Everybody who watches hears how many there are.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        var mailboxId = current.Id;
        var now = time.GetUtcNow();
        var (settings, open) = await contexts.UseAsync(
            async db => (await db.AlertSettingsAsync(mailboxId, cancellation).ConfigureAwait(false), await db.OpenAlertsAsync(mailboxId, now, cancellation).ConfigureAwait(false)),
            cancellation).ConfigureAwait(false);
        board.Tell(new AlertStatus(open.Count, settings?.Pane == true ? open.Count(a => a.SeenAt is null) : 0, now));
    }

    private async Task DecideAsync(long mailboxId, AlertSettingsRow settings, WorkingHours hours, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var raised = await contexts.UseAsync(
            async db =>
            {
                if (await db.MailboxAsync(mailboxId, cancellation).ConfigureAwait(false) is not { LastReadAt: not null } mailbox)
                {
                    return 0; // of a mailbox read in part, silence means nothing
                }

                await db.CloseAlertsAsync(mailboxId, now, cancellation).ConfigureAwait(false);
                var past = await db.PastAlertsAsync(mailboxId, cancellation).ConfigureAwait(false);
                var room = AlertPolicy.Room(past, settings.PerWeek, hours, now);
                var alerts = new List<Alert>();
                foreach (var found in room == 0 ? [] : await db.SignsAsync(mailboxId, past, hours, now, room + Spare, cancellation).ConfigureAwait(false))
                {
                    if (alerts.Count < room && !await HasLeftAsync(found.Relationship, mailbox.OwnAddresses, cancellation).ConfigureAwait(false))
                    {
                        alerts.Add(AlertText.Of(found.Sign, found.Relationship, found.AlsoThere, hours, now, Words.Of(settings.Language)));
                    }
                }

                return await db.RaiseAsync(mailboxId, alerts, settings.ToDo, DigestDue(settings, hours, now), now, cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        if (raised > 0)
        {
            LogRaised(raised);
        }
    }

    /// <summary>Asked of the few alone who would be named.</summary>
    private async Task<bool> HasLeftAsync(Relationship relationship, IReadOnlyList<EmailAddress> own, CancellationToken cancellation)
    {
        var address = relationship.Person.Address;
        var (key, now) = ((current.Id, address.Value), time.GetUtcNow());
        if (_left.TryGetValue(key, out var asked) && now - asked < LeftForADay)
        {
            return true;
        }

        if (own.All(o => o.Domain != address.Domain) || !await graph.HasLeftAsync(address.Value, cancellation).ConfigureAwait(false))
        {
            _left.TryRemove(key, out _);
            return false;
        }

        _left[key] = now;
        return true;
    }

    /// <returns>The digest's key, one for each week of the owner's calendar; null when none is due.</returns>
    private static string? DigestDue(AlertSettingsRow settings, WorkingHours hours, DateTimeOffset now)
    {
        if (settings.DigestEveryWeeks is not { } every || !hours.Include(now))
        {
            return null;
        }

        var week = WeekOf(now);
        return settings.DigestAt is { } last && week.Index - WeekOf(last).Index < every ? null : $"digest-{week}";

        IsoWeek WeekOf(DateTimeOffset at) => IsoWeek.Of(new DateTimeOffset(hours.Local(at), TimeSpan.Zero));
    }

    private Task<AlertSettingsRow?> SettingsAsync(long mailboxId, CancellationToken cancellation) =>
        contexts.UseAsync(db => db.AlertSettingsAsync(mailboxId, cancellation), cancellation);

    [LoggerMessage(LogLevel.Information, "{Count} alerts raised.")]
    private partial void LogRaised(int count);

    [LoggerMessage(LogLevel.Error, "Alerts broke: {Error}. The next reading tries again.\n{Where}")]
    private partial void LogBroke(string error, string where);
}
