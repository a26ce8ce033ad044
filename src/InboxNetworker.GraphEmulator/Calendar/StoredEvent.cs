using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>A single event, a series master or one occurrence of a series.</summary>
/// <param name="Occurrence">Counted from 1; 0 for a single event and for a master.</param>
internal sealed record StoredEvent(StoredMeeting Whole, int Occurrence, DateTimeOffset Start, DateTimeOffset End)
{
    public Meeting Meeting => Whole.Meeting;

    public UInt128 Key => Whole.Key;

    public string Type => (Occurrence, Meeting.Weeks) switch
    {
        (> 0, _) => "occurrence",
        (_, > 0) => "seriesMaster",
        _ => "singleInstance",
    };

    /// <summary>Whether it begins before the end of the window and ends after its start.</summary>
    public bool Touches(CalendarWindow window) => Start < window.To && End > window.From;
}
