using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>A single event, a series master or one occurrence of a series.</summary>
/// <param name="Occurrence">Counted from 1; 0 for a single event and for a master.</param>
internal sealed record StoredEvent(Meeting Meeting, UInt128 Key, int Occurrence, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset Created)
{
    public string Type => (Occurrence, Meeting.Weeks) switch
    {
        (> 0, _) => "occurrence",
        (_, > 0) => "seriesMaster",
        _ => "singleInstance",
    };
}
