using System.Globalization;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Alerts;

/// <summary>When the owner works, as the mailbox says; asked once a day. Where it does not say, usual hours do.</summary>
internal sealed class OwnersHours(GraphSelf graph, IDbContextFactory<NetworkContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Asked = TimeSpan.FromDays(1);

    public async Task<WorkingHours> OfAsync(long mailboxId, AlertSettingsRow settings, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - settings.WorkAskedAt < Asked)
        {
            return Known(settings);
        }

        var answer = await graph.HoursAsync(cancellation).ConfigureAwait(false);
        if (answer.Value is null && answer.Problem is not { Kind: GraphProblemKind.Permission })
        {
            return Known(settings); // asked again at the next reading
        }

        return Known(await contexts.UseAsync(
            db => db.ChangeAlertSettingsAsync(
                mailboxId,
                settings.LinkKey,
                row =>
                {
                    row.WorkAskedAt = now;
                    row.WorkDays = answer.Value is { Days.Count: > 0 } hours ? string.Join(',', hours.Days.Select(d => (int)d)) : null;
                    row.WorkFrom = answer.Value is null ? 0 : Minutes(answer.Value.From);
                    row.WorkTo = answer.Value is null ? 0 : Minutes(answer.Value.To);
                    row.WorkZone = answer.Value?.ZoneName;
                },
                cancellation),
            cancellation).ConfigureAwait(false) ?? settings);
    }

    /// <summary>As last asked.</summary>
    public static WorkingHours Known(AlertSettingsRow settings)
    {
        var zone = ZoneOf(settings) ?? TimeZoneInfo.Utc;
        return settings.WorkDays is { } days
            ? new WorkingHours([.. days.Split(',').Select(d => (DayOfWeek)int.Parse(d, CultureInfo.InvariantCulture))], Time(settings.WorkFrom), Time(settings.WorkTo), zone)
            : WorkingHours.Usual with { Zone = zone };
    }

    /// <returns>Null where the mailbox names none, or one that nobody else knows, as Outlook's own ones.</returns>
    public static TimeZoneInfo? ZoneOf(AlertSettingsRow settings) => settings.WorkZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : null;

    private static int Minutes(TimeOnly time) => (60 * time.Hour) + time.Minute;

    private static TimeOnly Time(int minutes) => new(minutes / 60, minutes % 60);
}
