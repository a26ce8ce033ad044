using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;

namespace InboxNetworker.Core.Drafts;

/// <summary>What a mail is for.</summary>
public enum Intent
{
    CheckIn,
    OfferHelp,
    Share,
    Congratulate,
    Thank,
    Ask,

    /// <summary>Two people whom the owner knows, to each other.</summary>
    Introduce,

    /// <summary>What the owner owes.</summary>
    Answer,
}

public static class Intents
{
    /// <summary>So long somebody who wrote last is taken to wait for an answer.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(182);

    /// <summary>So long after a meeting one may say thank you for it.</summary>
    public static readonly TimeSpan Thanks = TimeSpan.FromDays(30);

    public static readonly IReadOnlyList<Intent> All = Enum.GetValues<Intent>();

    /// <summary>All of them, the one that the relationship suggests first.</summary>
    public static IReadOnlyList<Intent> For(Relationship relationship, DateTimeOffset now) => First(relationship, now) is var first ? [first, .. All.Where(i => i != first)] : All;

    /// <summary>
    /// Whoever waits for an answer gets one; after a meeting lately one says thank you; of whom the owner was mostly the one to get in touch is offered
    /// help; everybody else is asked how they are, with the last topic or meeting.
    /// </summary>
    /// <param name="now">What came later does not count.</param>
    private static Intent First(Relationship relationship, DateTimeOffset now)
    {
        var past = relationship.History.UpTo(now);
        if (past.Weeks.IsEmpty)
        {
            return Intent.CheckIn;
        }

        var last = past.Weeks[^1].LastContact;
        var silence = now - last.At;
        return last switch
        {
            { Channel: Channel.Mail, Direction: Direction.In } when silence <= Waits => Intent.Answer,
            { Channel: Channel.Meeting } when silence <= Thanks => Intent.Thank,
            _ => Openings.Of(past) is { Owners: >= Openings.Fewest } openings && openings.Owners >= Openings.Most * openings.All ? Intent.OfferHelp : Intent.CheckIn,
        };
    }
}
