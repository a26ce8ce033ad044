using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>The calendar between two changes. Never changes itself, so whoever reads several things of it reads them as they were at once.</summary>
/// <param name="version">How many changes there were since the start.</param>
internal sealed class CalendarMoment(long version, ImmutableDictionary<UInt128, MeetingHistory> histories)
{
    private readonly Lazy<StoredEvent[]> _events = new(() => [.. Sorted(Standing(histories).Select(m => m.AsWhole()))]);
    private readonly Lazy<StoredEvent[]> _instances = new(() => [.. Sorted(Standing(histories).SelectMany(m => m.Instances()))]);

    public long Version => version;

    public ImmutableDictionary<UInt128, MeetingHistory> Histories => histories;

    /// <summary>Single events and series masters, by start.</summary>
    public IReadOnlyList<StoredEvent> Events => _events.Value;

    /// <summary>What takes place in the window, by start.</summary>
    public IReadOnlyList<StoredEvent> View(CalendarWindow window) => [.. _instances.Value.Where(e => e.Touches(window))];

    public bool TryFind(WireId id, [NotNullWhen(true)] out StoredEvent? found)
    {
        found = null;
        if (id.Kind != WireKind.Event || id.Occurrence < 0 || histories.GetValueOrDefault(id.Key)?.State is not { } whole)
        {
            return false;
        }

        if (id.Occurrence == 0)
        {
            found = whole.AsWhole();
            return true;
        }

        if (whole.Meeting.Weeks == 0 || id.Occurrence > whole.Meeting.Occurrences)
        {
            return false;
        }

        found = whole.At(id.Occurrence);
        return true;
    }

    private static IEnumerable<StoredMeeting> Standing(ImmutableDictionary<UInt128, MeetingHistory> histories) =>
        histories.Values.Select(h => h.State).OfType<StoredMeeting>();

    private static IEnumerable<StoredEvent> Sorted(IEnumerable<StoredEvent> events) =>
        events.OrderBy(e => e.Start).ThenBy(e => e.Key).ThenBy(e => e.Occurrence);
}
