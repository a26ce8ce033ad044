using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>The owner's calendar: single events and series, and the occurrences these take place as.</summary>
internal sealed class CalendarStore
{
    /// <summary>The service does not say when a sample meeting was made; the emulator takes this long before its start.</summary>
    private static readonly TimeSpan InvitedAhead = TimeSpan.FromDays(7);

    private readonly Dictionary<UInt128, StoredEvent> _byKey = [];
    private readonly StoredEvent[] _instances;

    public CalendarStore(IReadOnlyList<Meeting> meetings, Owner owner, DateTimeOffset now)
    {
        Shape = new EventShape(new HashSet<string>([owner.Mail, .. owner.OtherAddresses], StringComparer.OrdinalIgnoreCase));
        var instances = new List<StoredEvent>();
        foreach (var meeting in meetings)
        {
            var key = WireIds.Hash("event:" + meeting.Key);
            var created = meeting.Start - InvitedAhead < now ? meeting.Start - InvitedAhead : now;
            var whole = new StoredEvent(meeting, key, 0, meeting.Start, meeting.End, created);
            if (!_byKey.TryAdd(key, whole))
            {
                throw new ArgumentException($"Two meetings have the key '{meeting.Key}'.", nameof(meetings));
            }

            instances.AddRange(meeting.Weeks == 0 ? [whole] : Enumerable.Range(1, meeting.Occurrences).Select(n => At(whole, n)));
        }

        _instances = [.. instances.OrderBy(e => e.Start).ThenBy(e => e.Key).ThenBy(e => e.Occurrence)];
        Events = [.. _byKey.Values.OrderBy(e => e.Start).ThenBy(e => e.Key)];
    }

    public EventShape Shape { get; }

    /// <summary>Single events and series masters, by start.</summary>
    public IReadOnlyList<StoredEvent> Events { get; }

    /// <summary>What takes place between the two times, by start: all that begins before <paramref name="to"/> and ends after <paramref name="from"/>.</summary>
    public IReadOnlyList<StoredEvent> View(DateTimeOffset from, DateTimeOffset to) => [.. _instances.Where(e => e.Start < to && e.End > from)];

    public bool TryFind(WireId id, [NotNullWhen(true)] out StoredEvent? found)
    {
        found = null;
        if (id.Kind != WireKind.Event || !_byKey.TryGetValue(id.Key, out var whole) || id.Occurrence < 0)
        {
            return false;
        }

        if (id.Occurrence == 0)
        {
            found = whole;
            return true;
        }

        if (whole.Meeting.Weeks == 0 || id.Occurrence > whole.Meeting.Occurrences)
        {
            return false;
        }

        found = At(whole, id.Occurrence);
        return true;
    }

    private static StoredEvent At(StoredEvent master, int occurrence)
    {
        var later = TimeSpan.FromDays(7.0 * master.Meeting.Weeks * (occurrence - 1));
        return master with { Occurrence = occurrence, Start = master.Start + later, End = master.End + later };
    }
}
