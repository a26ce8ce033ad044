using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Wording;

namespace InboxNetworker.Core.Relationships;

/// <param name="Code">Stable, for programs.</param>
/// <param name="Text">One or two sentences, for people.</param>
/// <param name="Listed">Suggested for reconnecting.</param>
public sealed record ListingStatus(string Code, string Text, bool Listed);

/// <summary>Who is suggested for reconnecting, and for everybody else why not.</summary>
public static class Listing
{
    public static ListingStatus Own => new("own", Words.Current.Own, false);

    public static ListingStatus NeverSeen => new("never-seen", Words.Current.NeverSeen, false);

    public static ListingStatus Forgotten => new("forgotten", Words.Current.Forgotten, false);

    /// <summary>For an address that no mail or meeting was read with.</summary>
    public static ListingStatus Unseen(EmailAddress address) =>
        NoiseRules.Classify(address, DirectoryKind.Unknown) is { } noise ? For(noise) : NeverSeen;

    /// <summary>Why somebody is never suggested, as long as nothing changes: a rule or the owner's word, or because they only ever write.</summary>
    /// <returns>Null for everybody else.</returns>
    public static Noise? LeftOutAs(Relationship relationship) =>
        relationship.Noise ?? (!relationship.Word.Preferences.Keep && OnlyWrites(relationship.History) ? Noise.OneWay : null);

    private const int OneWayMails = 3;

    public static ListingStatus StatusOf(Relationship relationship, Assessment assessment, DateTimeOffset now)
    {
        if (relationship.Noise is { } noise)
        {
            return For(noise);
        }

        var weeks = new HeldWeeks(relationship.History);
        if (!Standing.TryOf(weeks, now, out var standing))
        {
            return NeverSeen;
        }

        var (name, word, say) = (relationship.Person.ShortName, relationship.Word, Words.Current);
        var verdict = Suggestible.Of(weeks, standing, word, relationship.NextMeeting?.At, now);
        return verdict switch
        {
            Verdict.Resting => new("resting", say.Resting, false),
            Verdict.Snoozed => new("snoozed", say.Snoozed(name, word.Preferences.Snooze!.Until), false),
            Verdict.Due => new("wished", say.Wish(word.Preferences.EveryWeeks!.Value, Suggestible.DaysSince(standing.Last, now)), true),
            Verdict.Quiet => OfState(relationship, assessment.State, standing, now),
            Verdict.MeetingSoon => new("meeting-soon", say.MeetingSoon(name, relationship.NextMeeting!.At), false),
            Verdict.Dismissed => new("dismissed", say.Dismissed(name, word.DismissedAt!.Value, word.DismissedAt.Value + OwnersWord.Pause), false),
            Verdict.Drafted => new("drafted", say.Drafted(name, word.DraftedAt!.Value, word.DraftedAt.Value + OwnersWord.Pause), false),
            Verdict.Written => new("written", say.Written(name, standing.Last, standing.Last + OwnersWord.Pause), false),
            _ when standing.Mutual && Unanswered.Count(weeks, now) is var unanswered && unanswered >= Unanswered.Enough && !word.Preferences.Pinned =>
                new("unanswered", say.Unanswered(name, unanswered), false),
            Verdict.NotDue => new("not-due", say.Wish(word.Preferences.EveryWeeks!.Value, Suggestible.DaysSince(standing.Last, now)), false),
            _ => OfState(relationship, assessment.State, standing, now),
        };
    }

    /// <summary>As the model sees it, where the owner has said nothing else.</summary>
    private static ListingStatus OfState(Relationship relationship, RelationshipState state, in Standing standing, DateTimeOffset now)
    {
        var (name, say) = (relationship.Person.ShortName, Words.Current);
        return state switch
        {
            RelationshipState.Dormant => new("dormant", say.Dormant(name, say.Length(standing.Last, now)), true),
            RelationshipState.Fading => new("fading", say.Fading(name, say.Length(standing.Last, now)), true),
            RelationshipState.New => new("new", say.JustMet(name), false),
            RelationshipState.Resting => new("resting", say.Resting, false),
            RelationshipState.Close or RelationshipState.Steady => new("in-touch", say.InTouch(name, standing.Last), false),
            _ when !standing.Mutual && standing.Sent == 0 => new("one-way", say.OneWay(name), false),
            _ when !standing.Mutual => new("never-wrote-back", say.NeverWroteBack(name), false),
            _ => new("too-little", say.TooLittle(name, standing.Weeks), false),
        };
    }

    private static bool OnlyWrites(WeeklyHistory history) =>
        history.Weeks.All(w => w.Sent.Count + w.Met.Count == 0) && history.Weeks.Sum(w => w.Received.Count) >= OneWayMails;

    public static ListingStatus For(Noise noise) => new("left-out-" + Code(noise), Words.Current.LeftOut(noise), false);

    private static string Code(Noise noise) => noise switch
    {
        Noise.NoReply => "no-reply",
        Noise.Automatic => "automatic",
        Noise.Role => "role",
        Noise.List => "list",
        Noise.Room => "room",
        Noise.OwnAlias => "own-alias",
        Noise.ByOwner => "by-owner",
        _ => "one-way",
    };
}
