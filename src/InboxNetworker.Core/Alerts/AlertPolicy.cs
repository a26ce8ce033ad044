using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Alerts;

/// <summary>What is worth an alert, when, and how many: nothing for most people on most days.</summary>
/// <remarks>
/// A turn is news for a few days and then no more, so that a first reading raises no flood and nothing has to be remembered but the alerts themselves.
/// The owner's word outweighs all of it.
/// </remarks>
public static class AlertPolicy
{
    /// <summary>The alerts to raise now, of everybody.</summary>
    /// <param name="people">In any order.</param>
    /// <param name="past">All that were raised before, in any order.</param>
    /// <param name="perWeek">At most so many in any 7 days, those before included.</param>
    public static IReadOnlyList<Alert> Decide(IReadOnlyList<Relationship> people, IReadOnlyCollection<PastAlert> past, int perWeek, WorkingHours hours, DateTimeOffset now, Words say)
    {
        if (Room(past, perWeek, hours, now) is var room && room == 0)
        {
            return [];
        }

        var signs = new List<Sign>();
        foreach (var person in people)
        {
            if (person.Noise is null && Look(new HeldWeeks(person.History), person.Person.Id, person.Word, person.NextMeeting?.At, person.Calibration, hours, now) is { } sign)
            {
                signs.Add(sign);
            }
        }

        var byId = people.ToDictionary(p => p.Person.Id);
        return [.. Untold(signs, past, now).DistinctBy(sign => sign.Once).Take(room).Select(sign => AlertText.Of(sign, byId[sign.ContactId], people, hours, now, say))];
    }

    /// <summary>For how many alerts there is room now; 0 while it is quiet.</summary>
    public static int Room(IReadOnlyCollection<PastAlert> past, int perWeek, WorkingHours hours, DateTimeOffset now) =>
        hours.Include(now) ? Math.Max(0, perWeek - past.Count(p => p.RaisedAt > now - AlertNumbers.Week)) : 0;

    /// <summary>
    /// Everything there is to tell of everybody, the most urgent first. Whether there is a person behind an address is still to be asked; of those who
    /// remain the first are told, each <see cref="Sign.Once"/>, as far as there is <see cref="Room"/>.
    /// </summary>
    /// <exception cref="InvalidDataException">A history cannot be read.</exception>
    public static IReadOnlyList<Sign> Signs(IEnumerable<Candidate> people, Calibration? calibration, IReadOnlyCollection<PastAlert> past, WorkingHours hours, DateTimeOffset now)
    {
        var signs = new List<Sign>();
        foreach (var person in people)
        {
            var weeks = new StoredWeeks(person.History);
            if ((weeks.Left >= RelationshipModel.MinWeeks || person.NextMeetingAt is not null)
                && Look(weeks, person.ContactId, person.Word, person.NextMeetingAt, calibration, hours, now) is { } sign)
            {
                signs.Add(sign);
            }
        }

        return [.. Untold(signs, past, now)];
    }

    /// <summary>In order, without what was told before.</summary>
    private static IEnumerable<Sign> Untold(List<Sign> signs, IReadOnlyCollection<PastAlert> past, DateTimeOffset now)
    {
        var meetings = past.Where(p => p.Kind == AlertKind.MeetingSoon).Select(p => p.Anchor).ToHashSet();
        var silences = past.Where(p => p.Kind != AlertKind.MeetingSoon).Select(p => (p.ContactId, Cause(p.Kind), p.Anchor)).ToHashSet();
        var lately = past.Where(p => p.Kind != AlertKind.MeetingSoon && p.RaisedAt > now - AlertNumbers.PersonPause).Select(p => p.ContactId).ToHashSet();
        signs.Sort();
        return signs.Where(s => s.Kind == AlertKind.MeetingSoon
            ? !meetings.Contains(s.Anchor)
            : !silences.Contains((s.ContactId, Cause(s.Kind), s.Anchor)) && !lately.Contains(s.ContactId));
    }

    /// <summary>One silence is one cause: who was named when it began to fade is not named again when it is dormant.</summary>
    private static AlertKind Cause(AlertKind kind) => kind == AlertKind.BecomesDormant ? AlertKind.TurnsFading : kind;

    private static Sign? Look<TWeeks>(TWeeks weeks, long contactId, OwnersWord word, DateTimeOffset? nextMeeting, Calibration? calibration, WorkingHours hours, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct
    {
        if (!Standing.TryOf(weeks, now, out var standing) || !MayBeNamed(word, standing, now))
        {
            return null;
        }

        var contact30 = RelationshipModel.Contact30(Features.Of(standing), Contact30Coefficients.Shipped, calibration);
        var importance = AlertNumbers.Importance(RelationshipModel.Tie(standing), contact30);
        if (Suggestible.MeetSoon(nextMeeting, now))
        {
            return IsUpNext(nextMeeting!.Value, hours, now) && standing.Silence > AlertNumbers.NotSeenForLong && standing.Mutual
                ? new Sign(contactId, AlertKind.MeetingSoon, nextMeeting!.Value, importance)
                : null; // meeting soon is better than writing
        }

        if (IsPaused(word, now)
            || !RelationshipModel.IsEstablished(standing)
            || !(word.Preferences.Keep || (importance >= AlertNumbers.LeastImportance && standing.Weeks >= AlertNumbers.LeastWeeks))
            || Unanswered.Count(weeks, now) is var unanswered && unanswered >= Unanswered.Enough)
        {
            return null;
        }

        var isWritten = unanswered > 0 && standing.Silence < OwnersWord.Pause;
        return Turn(standing, word, now) is { } turn && !isWritten && (word.Preferences.Keep || contact30 <= AlertNumbers.LikelyAnyway) ? new Sign(contactId, turn, standing.Last, importance)
            : word.Preferences.EveryWeeks is null && contact30 <= AlertNumbers.LikelyAnywayOwed && Owed(Answering.Of(weeks, now), importance, now) is { } owed ? new Sign(contactId, owed.Kind, owed.Anchor, importance)
            : null;
    }

    private static AlertKind? Turn(in Standing standing, OwnersWord word, DateTimeOffset now)
    {
        if (word.Preferences.EveryWeeks is { } every)
        {
            return IsNews(standing.Last.AddDays(7 * every), now) ? AlertKind.TurnsFading : null;
        }

        var fading = standing.Last + RelationshipModel.FadingAfter(standing);
        return IsNews(fading, now) && fading - standing.First > RelationshipModel.NewFor ? AlertKind.TurnsFading
            : IsNews(standing.Last + RelationshipModel.DormantAfter(standing), now) ? AlertKind.BecomesDormant
            : null;
    }

    private static (AlertKind Kind, DateTimeOffset Anchor)? Owed(in Answering answering, double importance, DateTimeOffset now)
    {
        var (sent, received, met) = (answering.Sent, answering.Received, answering.Met);
        if (received > sent && received >= met && IsBetween(now - received, AlertNumbers.WaitsAtLeast, AlertNumbers.WaitsAtMost) && answering.OwnerAnswers >= AlertNumbers.UsuallyAnswers)
        {
            return (AlertKind.WaitsForAnswer, received);
        }

        var lastWord = received > met ? received : met;
        return sent > lastWord && IsBetween(now - sent, AlertNumbers.NoAnswerAtLeast, AlertNumbers.NoAnswerAtMost)
                && answering.OtherAnswers >= AlertNumbers.UsuallyAnswers && importance >= AlertNumbers.LeastOfWeight
            ? (AlertKind.NoAnswer, lastWord)
            : null;
    }

    private static bool MayBeNamed(OwnersWord word, in Standing standing, DateTimeOffset now) =>
        !word.Preferences.Resting && word.Preferences.Snooze?.IsOver(standing.Last, now) != false;

    private static bool IsPaused(OwnersWord word, DateTimeOffset now) => now - word.DismissedAt < OwnersWord.Pause || now - word.DraftedAt < OwnersWord.Pause;

    private static bool IsUpNext(DateTimeOffset meeting, WorkingHours hours, DateTimeOffset now) => hours.DayOf(meeting) <= hours.After(hours.DayOf(now));

    private static bool IsNews(DateTimeOffset turned, DateTimeOffset now) => turned < now && now - turned <= AlertNumbers.TurnIsNews;

    private static bool IsBetween(TimeSpan span, TimeSpan least, TimeSpan most) => span >= least && span <= most;
}
