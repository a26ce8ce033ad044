using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Relationships;

/// <param name="Code">Stable, for programs.</param>
/// <param name="Text">One or two sentences, for people.</param>
/// <param name="Listed">Suggested for reconnecting.</param>
public sealed record ListingStatus(string Code, string Text, bool Listed);

/// <summary>Who is suggested for reconnecting, and for everybody else why not.</summary>
public static class Listing
{
    public static readonly ListingStatus Own = new("own", "This is one of your own addresses.", false);

    public static readonly ListingStatus NeverSeen = new("never-seen", "No mail or meeting between the two of you has been read.", false);

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

        var (name, word) = (relationship.Person.ShortName, relationship.Word);
        var verdict = Suggestible.Of(weeks, standing, word, relationship.NextMeeting?.At, now);
        return verdict switch
        {
            Verdict.Resting => new("resting", "You let this one rest.", false),
            Verdict.Snoozed => new("snoozed", $"You set {name} aside until {Phrases.Day(word.Preferences.Snooze!.Until)}.", false),
            Verdict.Due => new("wished", Suggestible.Wish(word.Preferences.EveryWeeks!.Value, standing.Last, now), true),
            Verdict.Quiet => OfState(relationship, assessment.State, standing, now),
            Verdict.MeetingSoon => new("meeting-soon", $"You and {name} meet on {Phrases.Day(relationship.NextMeeting!.At)}; nothing needs doing.", false),
            Verdict.Dismissed => new("dismissed", $"You said «not now» on {Phrases.Day(word.DismissedAt!.Value)}; {name} may come up again {After(word.DismissedAt.Value)}.", false),
            Verdict.Drafted => new("drafted", $"You made a draft to {name} on {Phrases.Day(word.DraftedAt!.Value)}; {name} may come up again {After(word.DraftedAt.Value)}.", false),
            Verdict.Written => new("written", $"You wrote to {name} on {Phrases.Day(standing.Last)}; {name} may come up again {After(standing.Last)}.", false),
            _ when standing.Mutual && Unanswered.Count(weeks, now) is var unanswered && unanswered >= Unanswered.Enough && !word.Preferences.Pinned =>
                new("unanswered", $"Your last {unanswered} mails to {name} have had no answer yet; a line from {name} changes that.", false),
            Verdict.NotDue => new("not-due", Suggestible.Wish(word.Preferences.EveryWeeks!.Value, standing.Last, now), false),
            _ => OfState(relationship, assessment.State, standing, now),
        };
    }

    /// <summary>As the model sees it, where the owner has said nothing else.</summary>
    private static ListingStatus OfState(Relationship relationship, RelationshipState state, in Standing standing, DateTimeOffset now)
    {
        var name = relationship.Person.ShortName;
        return state switch
        {
            RelationshipState.Dormant => new("dormant", $"You and {name} have not been in touch for {Phrases.Length(standing.Last, now)}.", true),
            RelationshipState.Fading => new("fading", $"It has been {Phrases.Length(standing.Last, now)}, longer than usual between you and {name}.", true),
            RelationshipState.New => new("new", $"You and {name} have only just met; there is nothing to revive.", false),
            RelationshipState.Resting => new("resting", "You let this one rest.", false),
            RelationshipState.Close or RelationshipState.Steady => new("in-touch", $"You and {name} are in touch; last contact was on {Phrases.Day(standing.Last)}.", false),
            _ when !standing.Mutual && standing.Sent == 0 => new("one-way", $"{name} has written to you, and you have not written back.", false),
            _ when !standing.Mutual => new("never-wrote-back", $"You have written to {name}, and nothing has come back.", false),
            _ => new("too-little", $"You and {name} have been in touch in {Phrases.Count(standing.Weeks, "week", "weeks")} so far; a suggestion needs {RelationshipModel.MinWeeks}.", false),
        };
    }

    private static bool OnlyWrites(WeeklyHistory history) =>
        history.Weeks.All(w => w.Sent.Count + w.Met.Count == 0) && history.Weeks.Sum(w => w.Received.Count) >= OneWayMails;

    private static string After(DateTimeOffset pausedAt) => $"from {Phrases.Day(pausedAt + OwnersWord.Pause)}";

    public static ListingStatus For(Noise noise) => new("left-out-" + Code(noise), LeftOut(noise), false);

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

    private static string LeftOut(Noise noise) => noise switch
    {
        Noise.NoReply => "Left out: this address says that it cannot be answered.",
        Noise.Automatic => "Left out: newsletters and notifications come from this address.",
        Noise.Role => "Left out: an office answers at this address, not one person.",
        Noise.List => "Left out: this is a mailing list or a group.",
        Noise.Room => "Left out: this is a room or a piece of equipment.",
        Noise.OwnAlias => "Left out: this looks like another address of yours.",
        Noise.ByOwner => "Left out: you said so.",
        _ => "Left out: this address only ever writes.",
    };
}
