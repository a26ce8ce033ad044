using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Relationships;

/// <summary>Whether somebody is suggested; if not, the one reason why.</summary>
internal enum Verdict
{
    /// <summary>The relationship has gone quiet.</summary>
    Quiet,

    /// <summary>The rhythm the owner wished for has passed.</summary>
    Due,

    /// <summary>Not quiet, by the model.</summary>
    NotQuiet,

    /// <summary>The rhythm the owner wished for has not passed.</summary>
    NotDue,

    Resting,
    Snoozed,
    MeetingSoon,

    /// <summary>The owner's last mails are unanswered, <see cref="Unanswered.Enough"/> or more.</summary>
    Unanswered,

    /// <summary>A draft was saved within <see cref="OwnersWord.Pause"/>.</summary>
    Drafted,

    /// <summary>Dismissed within <see cref="OwnersWord.Pause"/>.</summary>
    Dismissed,

    /// <summary>The owner wrote within <see cref="OwnersWord.Pause"/>, and has no answer yet.</summary>
    Written,
}

/// <summary>The one place that decides who is suggested. The list ranks by it, and the lookup explains it: so the two agree.</summary>
/// <remarks>
/// The owner's word comes first, and of it what keeps quiet: rest, then snooze. A wished rhythm stands in for the model's; a pin lifts the pause
/// after a suggestion and the rule of the unanswered mails, and makes nobody quiet who is not. All of it is asked of the whole history, so that
/// a word said today holds for the silence before it.
/// </remarks>
internal static class Suggestible
{
    /// <summary>Meeting soon is better than writing.</summary>
    internal static readonly TimeSpan MeetingSoon = TimeSpan.FromDays(30);

    /// <summary>More than any tie: whom the owner asked for come before all others, and among themselves by their tie.</summary>
    private const double First = 1_000;

    /// <param name="weeks">The history that <paramref name="standing"/> is of.</param>
    public static Verdict Of<TWeeks>(TWeeks weeks, in Standing standing, OwnersWord word, DateTimeOffset? nextMeeting, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct
    {
        var wanted = word.Preferences;
        if (wanted.Resting)
        {
            return Verdict.Resting;
        }

        if (wanted.Snooze?.IsOver(standing.Last, now) == false)
        {
            return Verdict.Snoozed;
        }

        var isDue = wanted.EveryWeeks is { } every ? IsDue(every, standing.Silence) : (bool?)null;
        if (!(isDue ?? RelationshipModel.IsQuiet(standing)))
        {
            return isDue is null ? Verdict.NotQuiet : Verdict.NotDue;
        }

        return MeetSoon(nextMeeting, now) ? Verdict.MeetingSoon
            : !wanted.Pinned && HeldOff(weeks, standing, word, now) is { } held ? held
            : isDue is null ? Verdict.Quiet
            : Verdict.Due;
    }

    /// <returns>Null for who is not suggested.</returns>
    public static double? Rank<TWeeks>(TWeeks weeks, in Standing standing, OwnersWord word, DateTimeOffset? nextMeeting, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct => Of(weeks, standing, word, nextMeeting, now) switch
        {
            Verdict.Due => First + RelationshipModel.Tie(standing),
            Verdict.Quiet => (word.Preferences.Pinned ? First : 0) + RelationshipModel.Tie(standing),
            _ => null,
        };

    /// <summary>What the model says, and the owner's word on it: the state of who is let rest, and the wish as the first reason.</summary>
    public static Assessment Heard(Relationship relationship, Assessment assessment, DateTimeOffset now)
    {
        var wanted = relationship.Word.Preferences;
        if (wanted.Resting)
        {
            return assessment with { State = RelationshipState.Resting };
        }

        return wanted.EveryWeeks is { } every && assessment.LastContact is { } last && IsDue(every, now - last.At)
            ? assessment with { Reasons = [new Reason("wish", Words.Current.Wish(every, DaysSince(last.At, now))), .. assessment.Reasons.Take(Reasons.Most - 1)] }
            : assessment;
    }

    /// <summary>As a wish counts them: whole days.</summary>
    internal static int DaysSince(DateTimeOffset last, DateTimeOffset now) => (int)(now - last).TotalDays;

    private static bool IsDue(int everyWeeks, TimeSpan silence) => silence > TimeSpan.FromDays(7 * everyWeeks);

    private static Verdict? HeldOff<TWeeks>(TWeeks weeks, in Standing standing, OwnersWord word, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct =>
        UnansweredOf(weeks, standing, now) is var unanswered && unanswered >= Unanswered.Enough ? Verdict.Unanswered
            : IsPaused(word.DismissedAt, now) && !(word.DraftedAt > word.DismissedAt) ? Verdict.Dismissed
            : IsPaused(word.DraftedAt, now) ? Verdict.Drafted
            : unanswered > 0 && IsPaused(standing.Last, now) ? Verdict.Written
            : null;

    /// <summary>Counts only where the count decides.</summary>
    private static int UnansweredOf<TWeeks>(TWeeks weeks, in Standing standing, DateTimeOffset now)
        where TWeeks : struct, IWeeks, allows ref struct =>
        standing.UnansweredAtMost >= Unanswered.Enough || IsPaused(standing.Last, now) ? Unanswered.Count(weeks, now) : 0;

    private static bool IsPaused(DateTimeOffset? since, DateTimeOffset now) => now - since < OwnersWord.Pause;

    internal static bool MeetSoon(DateTimeOffset? next, DateTimeOffset now) => next > now && next - now <= MeetingSoon;
}
