using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Wording;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;

namespace InboxNetworker.Api.Alerts;

/// <param name="On">Some channel is on; else nothing is looked for.</param>
/// <param name="Alerts">Open ones, the newest first.</param>
public sealed record AlertList(bool On, int Unseen, IReadOnlyList<AlertView> Alerts);

/// <summary>What the owner wants of alerts; all of it is replaced.</summary>
/// <param name="PerWeek">From 0 to 10, in any 7 days.</param>
/// <param name="Pane">A badge, and the list as it changes.</param>
/// <param name="InfoBar">Over an open message of somebody there is an alert about.</param>
/// <param name="DigestEveryWeeks">1 or 4.</param>
/// <param name="Calendar">An address that calendars subscribe to; off makes it void for good.</param>
public sealed record AlertSettingsInput(int? PerWeek, bool Pane, bool InfoBar, bool Digest, int? DigestEveryWeeks, bool ToDo, bool Calendar);

/// <param name="Permission">What it needs besides what reading needs, to be asked for when it is turned on; null for nothing.</param>
/// <param name="Problem">What goes wrong and what to do; null while all is well.</param>
/// <param name="Waiting">What is still to be delivered.</param>
public sealed record ChannelView(bool On, string? Permission, string? Problem, int Waiting);

/// <param name="WorkingHours">When alerts may come, in words.</param>
/// <param name="CalendarAddress">A secret; null while the feed is off.</param>
public sealed record AlertSettingsView(
    int PerWeek, ChannelView Pane, ChannelView InfoBar, ChannelView Digest, int DigestEveryWeeks, ChannelView ToDo, ChannelView Calendar, string? CalendarAddress, string WorkingHours)
{
    public const int OftenWeeks = 1, SeldomWeeks = 4;

    /// <summary>A problem that time may heal is told when so many tries in a row have failed.</summary>
    private const int FailuresToTell = 3;

    internal static AlertSettingsView Of(AlertSettingsRow? row, IReadOnlyList<Delivery> waiting, OwnAddress own)
    {
        var toDo = waiting.Where(d => d.Channel == DeliveryChannel.ToDo).ToList();
        var digest = waiting.Where(d => d.Channel == DeliveryChannel.Digest).ToList();
        return new(
            row?.PerWeek ?? AlertNumbers.PerWeek,
            new ChannelView(row?.Pane == true, null, null, 0),
            new ChannelView(row?.InfoBar == true, null, null, 0),
            new ChannelView(row?.DigestEveryWeeks is not null, GraphSelf.Send, Problem(digest), digest.Count),
            row?.DigestEveryWeeks ?? OftenWeeks,
            new ChannelView(row?.ToDo == true, GraphSelf.Tasks, Problem(toDo), toDo.Count),
            new ChannelView(row?.FeedSecret is not null, null, null, 0),
            row?.FeedSecret is { } secret ? own.Of($"{PublicPaths.Feeds}{secret}.ics").AbsoluteUri : null,
            Hours(row));
    }

    private static string? Problem(List<Delivery> waiting) =>
        waiting.FirstOrDefault(d => d.Problem is not null && (d.Failures >= FailuresToTell || NamesPermission(d.Problem)))?.Problem;

    /// <summary>Time does not heal it: the owner has to allow it.</summary>
    private static bool NamesPermission(string problem) => problem.Contains(GraphSelf.Send, StringComparison.Ordinal) || problem.Contains(GraphSelf.Tasks, StringComparison.Ordinal);

    private static string Hours(AlertSettingsRow? row) => row is null or { WorkDays: null, WorkZone: null }
        ? Words.Current.UsualHours(GraphSelf.Settings)
        : Words.Current.OwnHours(OwnersHours.Known(row), OwnersHours.ZoneOf(row)?.Id ?? "UTC");
}

internal static class AlertSettingsRows
{
    public static bool IsOn(this AlertSettingsRow row) => row.PerWeek > 0 && (row.Pane || row.InfoBar || row.ToDo || row.DigestEveryWeeks is not null || row.FeedSecret is not null);
}
