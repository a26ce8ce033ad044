using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;

namespace InboxNetworker.Core.Relationships;

/// <summary>The newest mail's subject or the newest meeting's title.</summary>
public sealed record Topic(string Text, DateTimeOffset At);

/// <summary>A person and everything the product knows of the two being in touch.</summary>
/// <param name="Noise">The rule that found no person behind the address; null for a person.</param>
public sealed record Relationship(Person Person, WeeklyHistory History, Topic? LastSubject, Topic? LastMeeting, Noise? Noise = null)
{
    /// <summary>When the two meet next, as far as the calendar was read; null when they do not.</summary>
    public Topic? NextMeeting { get; init; }

    /// <summary>What the owner has said of the person.</summary>
    public OwnersWord Word { get; init; } = OwnersWord.None;

    /// <summary>Of the mailbox; null for the shipped model.</summary>
    public Calibration? Calibration { get; init; }
}

public enum RelationshipState
{
    /// <summary>Too little history to say anything: fewer than <see cref="RelationshipModel.MinWeeks"/> weeks of contact, or only one side ever wrote.</summary>
    Unknown,

    /// <summary>First contact within <see cref="RelationshipModel.NewFor"/>, and not silent since.</summary>
    New,

    /// <summary>In touch in at least <see cref="RelationshipModel.CloseWeeks"/> of the last 13 weeks.</summary>
    Close,

    /// <summary>In touch as often as ever.</summary>
    Steady,

    /// <summary>Silent for longer than their own rhythm explains.</summary>
    Fading,

    /// <summary>A real relationship, silent for much longer than their own rhythm explains, and for at least 90 days.</summary>
    Dormant,

    /// <summary>The owner let it rest.</summary>
    Resting,
}

/// <param name="Code">Stable, for programs: <c>exchange</c>, <c>last-word</c>, <c>rhythm</c>, <c>topic</c>, and for a kept place <c>long-known</c>, <c>elsewhere</c>, <c>wrote-first</c>.</param>
/// <param name="Text">One sentence, for people.</param>
public sealed record Reason(string Code, string Text);

/// <summary>What the model says of one relationship at one moment.</summary>
/// <param name="Tie">0 or more, without a unit: how much this relationship was and how likely it is worth reviving. Higher comes first.</param>
/// <param name="Contact30">From 0 to 1: the probability that the two are in touch within 30 days if nobody does anything.</param>
public sealed record Assessment(RelationshipState State, double Tie, double Contact30, LastContact? LastContact, IReadOnlyList<Reason> Reasons);

public sealed record LastContact(DateTimeOffset At, Channel Channel, Direction Direction);
