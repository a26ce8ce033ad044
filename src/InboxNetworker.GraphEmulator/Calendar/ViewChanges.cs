namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>One entry of a page of changes: an event that is there, or one that is no longer (in the window).</summary>
internal readonly record struct ViewChange(StoredEvent Event, bool IsRemoved);

/// <summary>What differs in a window of the calendar between two of its moments. Nothing but the history decides, so every page of a round cuts the same list.</summary>
internal static class ViewChanges
{
    /// <param name="since">−1 for nothing at all: everything that stands is then new.</param>
    public static IEnumerable<ViewChange> Between(CalendarMoment moment, CalendarWindow window, long since, long until) =>
        moment.Histories.Values
            .Where(h => h.Version > since)
            .Select(h => (Before: h.At(since), After: h.At(until)))
            .Where(m => !ReferenceEquals(m.Before, m.After))
            .OrderBy(m => m.After?.Version ?? until)
            .ThenBy(m => (m.After ?? m.Before)!.Meeting.Start)
            .ThenBy(m => (m.After ?? m.Before)!.Key)
            .SelectMany(m => Of(m.Before, m.After, window));

    private static IEnumerable<ViewChange> Of(StoredMeeting? before, StoredMeeting? after, CalendarWindow window)
    {
        var standing = ItemsOf(after, window).ToList();
        var left = ItemsOf(before, window).ExceptBy(standing.Select(e => e.Occurrence), e => e.Occurrence);
        return standing.Select(e => new ViewChange(e, IsRemoved: false)).Concat(left.Select(e => new ViewChange(e, IsRemoved: true)));
    }

    /// <summary>A series master is in the window when one of its occurrences is, and comes before these.</summary>
    private static IEnumerable<StoredEvent> ItemsOf(StoredMeeting? meeting, CalendarWindow window)
    {
        if (meeting is null)
        {
            return [];
        }

        var inside = meeting.Instances().Where(e => e.Touches(window)).ToList();
        return meeting.Meeting.Weeks > 0 && inside.Count > 0 ? inside.Prepend(meeting.AsWhole()) : inside;
    }
}
