using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Calendar;

/// <summary>A single event or a whole series between two changes of it.</summary>
/// <param name="Version">The change counter of the calendar when this came to be; 0 for what stood at the start.</param>
/// <param name="OwnAnswer">When the owner's response was given.</param>
/// <param name="Answers">When each attendee's response was given, in the order of the attendees.</param>
internal sealed record StoredMeeting(
    Meeting Meeting,
    UInt128 Key,
    long Version,
    DateTimeOffset Created,
    DateTimeOffset Modified,
    DateTimeOffset OwnAnswer,
    IReadOnlyList<DateTimeOffset> Answers)
{
    public static StoredMeeting Of(Meeting meeting, UInt128 key, long version, DateTimeOffset created) =>
        new(meeting, key, version, created, created, created, [.. meeting.Attendees.Select(_ => created)]);

    /// <summary>What did not change keeps the time of its answer.</summary>
    public StoredMeeting ChangedTo(Meeting meeting, long version, DateTimeOffset now) => this with
    {
        Meeting = meeting,
        Version = version,
        Modified = now,
        OwnAnswer = meeting.OwnResponse == Meeting.OwnResponse ? OwnAnswer : now,
        Answers = [.. meeting.Attendees.Select(a => AnswerOf(a) ?? now)],
    };

    public StoredEvent AsWhole() => new(this, 0, Meeting.Start, Meeting.End);

    public StoredEvent At(int occurrence)
    {
        var later = TimeSpan.FromDays(7.0 * Meeting.Weeks * (occurrence - 1));
        return new StoredEvent(this, occurrence, Meeting.Start + later, Meeting.End + later);
    }

    /// <summary>What takes place: a single event itself, or every occurrence of a series.</summary>
    public IEnumerable<StoredEvent> Instances() => Meeting.Weeks == 0 ? [AsWhole()] : Enumerable.Range(1, Meeting.Occurrences).Select(At);

    private DateTimeOffset? AnswerOf(Attendee attendee)
    {
        for (var i = 0; i < Answers.Count; i++)
        {
            var before = Meeting.Attendees[i];
            if (before.Response == attendee.Response && before.Address.Equals(attendee.Address, StringComparison.OrdinalIgnoreCase))
            {
                return Answers[i];
            }
        }

        return null;
    }
}
