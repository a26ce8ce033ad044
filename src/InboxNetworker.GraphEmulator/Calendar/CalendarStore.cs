using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>The owner's calendar: single events and series, and the occurrences these take place as.</summary>
internal sealed class CalendarStore
{
    /// <summary>The service does not say when a sample meeting was made; the emulator takes this long before its start.</summary>
    private static readonly TimeSpan InvitedAhead = TimeSpan.FromDays(7);

    private readonly Lock _changing = new();
    private readonly TimeProvider _time;
    private CalendarMoment _now;
    private int _added;

    /// <param name="quirks">Whether change tracking does what a client does not expect.</param>
    public CalendarStore(IReadOnlyList<Meeting> meetings, Owner owner, TimeProvider time, bool quirks)
    {
        _time = time;
        EmptyFirstPage = quirks;
        OwnAddresses = new HashSet<string>([owner.Mail, .. owner.OtherAddresses], StringComparer.OrdinalIgnoreCase);
        Shape = new EventShape(OwnAddresses);
        var now = time.GetUtcNow();
        var histories = ImmutableDictionary.CreateBuilder<UInt128, MeetingHistory>();
        foreach (var meeting in meetings)
        {
            var key = WireIds.Hash("event:" + meeting.Key);
            var created = meeting.Start - InvitedAhead < now ? meeting.Start - InvitedAhead : now;
            if (!histories.TryAdd(key, new MeetingHistory(0, StoredMeeting.Of(meeting, key, 0, created))))
            {
                throw new ArgumentException($"Two meetings have the key '{meeting.Key}'.", nameof(meetings));
            }
        }

        _now = new CalendarMoment(0, histories.ToImmutable());
    }

    public EventShape Shape { get; }

    /// <summary>Every address of the owner.</summary>
    public IReadOnlySet<string> OwnAddresses { get; }

    /// <summary>Whether change tracking begins with a page of nothing that leads on.</summary>
    public bool EmptyFirstPage { get; }

    /// <summary>Of change tracking over this calendar.</summary>
    public SignedTokens Tokens { get; } = new();

    public CalendarMoment Now => Volatile.Read(ref _now);

    /// <summary>Single events and series masters, by start.</summary>
    public IReadOnlyList<StoredEvent> Events => Now.Events;

    public bool TryFind(WireId id, [NotNullWhen(true)] out StoredEvent? found) => Now.TryFind(id, out found);

    /// <param name="make">Makes the meeting of the key it is given.</param>
    public StoredMeeting Add(Func<string, Meeting> make)
    {
        lock (_changing)
        {
            // Unlike those of a mailbox file these keys carry no colon, so no two can meet.
            var meeting = make("added-" + (++_added).ToString(CultureInfo.InvariantCulture));
            var key = WireIds.Hash("event-" + meeting.Key);
            var stored = StoredMeeting.Of(meeting, key, _now.Version + 1, _time.GetUtcNow());
            Put(key, stored, null);
            return stored;
        }
    }

    /// <summary>Null when there is no such meeting.</summary>
    /// <param name="change">May return what it is given: then nothing has changed. What it throws leaves everything as it was.</param>
    public (StoredMeeting Stored, bool Changed)? Change(UInt128 key, Func<Meeting, Meeting> change)
    {
        lock (_changing)
        {
            if (_now.Histories.GetValueOrDefault(key) is not { State: { } before } history)
            {
                return null;
            }

            var meeting = change(before.Meeting);
            if (ReferenceEquals(meeting, before.Meeting))
            {
                return (before, false);
            }

            var stored = before.ChangedTo(meeting, _now.Version + 1, _time.GetUtcNow());
            Put(key, stored, history);
            return (stored, true);
        }
    }

    /// <summary>False when there is no such meeting.</summary>
    public bool Delete(UInt128 key)
    {
        lock (_changing)
        {
            if (_now.Histories.GetValueOrDefault(key) is not { State: not null } history)
            {
                return false;
            }

            Put(key, null, history);
            return true;
        }
    }

    private void Put(UInt128 key, StoredMeeting? state, MeetingHistory? before)
    {
        var version = _now.Version + 1;
        Volatile.Write(ref _now, new CalendarMoment(version, _now.Histories.SetItem(key, new MeetingHistory(version, state, before))));
    }
}
