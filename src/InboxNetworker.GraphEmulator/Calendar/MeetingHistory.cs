namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>The newest state of a meeting, and behind it those before: what a delta tells is the difference of two.</summary>
/// <param name="version">The change counter this state begins with.</param>
/// <param name="state">Null once deleted.</param>
internal sealed class MeetingHistory(long version, StoredMeeting? state, MeetingHistory? before = null)
{
    public long Version => version;

    public StoredMeeting? State => state;

    /// <summary>How the meeting was when the counter stood there; null before it was made and after it was deleted.</summary>
    public StoredMeeting? At(long counter)
    {
        var each = this;
        while (each is not null && each.Version > counter)
        {
            each = each.Before;
        }

        return each?.State;
    }

    private MeetingHistory? Before => before;
}
