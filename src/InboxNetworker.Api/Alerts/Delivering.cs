using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Alerts;

/// <summary>
/// Hands over what stands in the outbox, each once: that it is about to be handed over is written down before, and what may have been handed over is
/// looked for at the service before it is handed over again.
/// </summary>
internal sealed partial class Delivering(IDbContextFactory<NetworkContext> contexts, GraphSelf graph, DigestMail digests, TimeProvider time, ILogger<Delivering> log)
{
    /// <summary>The service takes a mail and sends it a moment later; until then it may not be found among the sent ones.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMinutes(1), LongestBackoff = TimeSpan.FromHours(6);

    public async Task DeliverAsync(long mailboxId, AlertSettingsRow settings, CancellationToken cancellation)
    {
        var due = await contexts.UseAsync(db => db.UndeliveredAsync(mailboxId, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        foreach (var delivery in due)
        {
            var alerts = await contexts.UseAsync(db => db.AlertsOfAsync(mailboxId, delivery, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
            var isOn = delivery.Channel == DeliveryChannel.ToDo ? settings.ToDo : settings.DigestEveryWeeks is not null;
            if (alerts.Count == 0 || !isOn)
            {
                await contexts.UseAsync(db => db.DropAsync(mailboxId, delivery.Key, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
                continue;
            }

            await DeliverAsync(mailboxId, settings, delivery, alerts, cancellation).ConfigureAwait(false);
        }
    }

    private async Task DeliverAsync(long mailboxId, AlertSettingsRow settings, Delivery delivery, IReadOnlyList<AlertRecord> alerts, CancellationToken cancellation)
    {
        if (await PlaceAsync(settings, delivery, cancellation).ConfigureAwait(false) is var place && place.Value is not { } at)
        {
            await LaterAsync(mailboxId, delivery, place.Problem!, cancellation).ConfigureAwait(false);
            return;
        }

        if (delivery.TriedAt is { } tried)
        {
            var known = delivery.Channel == DeliveryChannel.ToDo
                ? await graph.HasTaskAsync(at, delivery.Key, cancellation).ConfigureAwait(false)
                : await graph.HasMessageAsync(at, cancellation).ConfigureAwait(false);
            if (known.Value is not { } presence)
            {
                await LaterAsync(mailboxId, delivery, known.Problem!, cancellation).ConfigureAwait(false);
                return;
            }

            if (presence.IsThere)
            {
                await DoneAsync(mailboxId, delivery, cancellation).ConfigureAwait(false);
                return;
            }

            if (delivery.Channel == DeliveryChannel.Digest && time.GetUtcNow() - tried < Settling)
            {
                await contexts.UseAsync(db => db.TryLaterAsync(mailboxId, delivery.Key, tried + Settling, null, cancellation), cancellation).ConfigureAwait(false);
                return;
            }
        }

        await contexts.UseAsync(db => db.TryingAsync(mailboxId, delivery.Key, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        var answer = delivery.Channel == DeliveryChannel.ToDo
            ? await graph.AddTaskAsync(at, delivery.Key, alerts[0].Title, string.Join("\n", alerts[0].Brief.Prepend(alerts[0].Text)), alerts[0].DueOn, cancellation).ConfigureAwait(false)
            : await graph.SendAsync(await digests.MakeAsync(mailboxId, settings, at, alerts, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        if (answer.Value is null)
        {
            await LaterAsync(mailboxId, delivery, answer.Problem!, cancellation).ConfigureAwait(false);
        }
        else
        {
            await DoneAsync(mailboxId, delivery, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The list of a task; the id of a mail.</summary>
    private async Task<GraphAnswer<string>> PlaceAsync(AlertSettingsRow settings, Delivery delivery, CancellationToken cancellation) => delivery.Channel == DeliveryChannel.ToDo
        ? await graph.TaskListAsync(cancellation).ConfigureAwait(false)
        : new GraphAnswer<string>(DigestMail.MessageId(settings, delivery.Key), null);

    private async Task DoneAsync(long mailboxId, Delivery delivery, CancellationToken cancellation)
    {
        await contexts.UseAsync(db => db.DeliveredAsync(mailboxId, delivery, time.GetUtcNow(), cancellation), cancellation).ConfigureAwait(false);
        LogDelivered(delivery.Channel);
    }

    private async Task LaterAsync(long mailboxId, Delivery delivery, GraphProblem problem, CancellationToken cancellation)
    {
        var wait = FirstBackoff * Math.Pow(2, Math.Min(delivery.Failures, 10));
        await contexts.UseAsync(
            db => db.TryLaterAsync(mailboxId, delivery.Key, time.GetUtcNow() + (wait < LongestBackoff ? wait : LongestBackoff), $"{problem.Title}. {problem.Detail}", cancellation),
            cancellation).ConfigureAwait(false);
        LogLater(delivery.Channel, problem.Kind, problem.Code);
    }

    [LoggerMessage(LogLevel.Information, "Delivered by {Channel}.")]
    private partial void LogDelivered(DeliveryChannel channel);

    [LoggerMessage(LogLevel.Warning, "Not delivered by {Channel}: {Kind} ({Code}). It is tried again later.")]
    private partial void LogLater(DeliveryChannel channel, GraphProblemKind kind, string code);
}
