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

    /// <summary>Meeting soon is better than writing.</summary>
    private static readonly TimeSpan MeetingSoon = TimeSpan.FromDays(30);

    /// <summary>Why somebody is never suggested, as long as nothing changes: a rule or the owner's word, or because they only ever write.</summary>
    /// <returns>Null for everybody else.</returns>
    public static Noise? LeftOutAs(Relationship relationship) =>
        relationship.Noise ?? (relationship.History.Weeks.All(w => w.Sent.Count + w.Met.Count == 0) && relationship.History.Weeks.Sum(w => w.Received.Count) >= OneWayMails ? Noise.OneWay : null);

    private const int OneWayMails = 3;

    public static ListingStatus StatusOf(Relationship relationship, Assessment assessment, DateTimeOffset now)
    {
        if (relationship.Noise is { } noise)
        {
            return For(noise);
        }

        if (!Standing.TryOf(new HeldWeeks(relationship.History), now, out var standing))
        {
            return NeverSeen;
        }

        var name = relationship.Person.ShortName;
        return assessment.State switch
        {
            RelationshipState.Dormant or RelationshipState.Fading when MeetSoon(relationship.NextMeeting?.At, now) =>
                new("meeting-soon", $"You and {name} meet on {Phrases.Day(relationship.NextMeeting!.At)}; nothing needs doing.", false),
            RelationshipState.Dormant => new("dormant", $"You and {name} have not been in touch for {Phrases.Length(standing.Last, now)}.", true),
            RelationshipState.Fading => new("fading", $"It has been {Phrases.Length(standing.Last, now)}, longer than usual between you and {name}.", true),
            RelationshipState.New => new("new", $"You and {name} have only just met; there is nothing to revive.", false),
            RelationshipState.Resting => new("resting", $"You let this one rest.", false),
            RelationshipState.Close or RelationshipState.Steady => new("in-touch", $"You and {name} are in touch; last contact was on {Phrases.Day(standing.Last)}.", false),
            _ when !standing.Mutual && standing.Sent == 0 => new("one-way", $"{name} has written to you, and you have not written back.", false),
            _ when !standing.Mutual => new("never-wrote-back", $"You have written to {name}, and nothing has come back.", false),
            _ => new("too-little", $"You and {name} have been in touch in {Phrases.Count(standing.Weeks, "week", "weeks")} so far; a suggestion needs {RelationshipModel.MinWeeks}.", false),
        };
    }

    /// <summary>As <see cref="StatusOf"/> says of everybody who is not left out, without the words.</summary>
    internal static bool IsSuggested(in Standing standing, DateTimeOffset? nextMeeting, DateTimeOffset now) =>
        RelationshipModel.IsQuiet(standing) && !MeetSoon(nextMeeting, now);

    private static bool MeetSoon(DateTimeOffset? next, DateTimeOffset now) => next > now && next - now <= MeetingSoon;

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
