using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Alerts;

/// <summary>What an alert is about. In the order in which they go before each other when there is no room for all.</summary>
public enum AlertKind
{
    /// <summary>The two meet on the next working day, and have not been in touch for long.</summary>
    MeetingSoon,

    /// <summary>Silent for just longer than their own rhythm explains: a line still costs nothing.</summary>
    TurnsFading,

    /// <summary>They wrote last, and the owner, who usually answers them, has not.</summary>
    WaitsForAnswer,

    /// <summary>The owner wrote last, and they, who usually answer, have not.</summary>
    NoAnswer,

    /// <summary>Silent for just so long that the relationship is called dormant.</summary>
    BecomesDormant,
}

/// <summary>What an alert would be about, in numbers; nothing is said of it yet.</summary>
/// <param name="Anchor">
/// What it is about happened then: the last contact, the last word before an answer was owed, or the coming meeting. With the kind it is the cause,
/// of which nobody is told twice.
/// </param>
/// <param name="Importance"><see cref="AlertNumbers.Importance"/>.</param>
public readonly record struct Sign(long ContactId, AlertKind Kind, DateTimeOffset Anchor, double Importance) : IComparable<Sign>
{
    /// <summary>Of signs that are alike in this only one is told: of several people in one meeting, and of one person.</summary>
    public (long ContactId, DateTimeOffset? Meeting) Once => Kind == AlertKind.MeetingSoon ? (0, Anchor) : (ContactId, null);

    public static bool operator <(Sign left, Sign right) => left.CompareTo(right) < 0;

    public static bool operator >(Sign left, Sign right) => left.CompareTo(right) > 0;

    public static bool operator <=(Sign left, Sign right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Sign left, Sign right) => left.CompareTo(right) >= 0;

    /// <summary>The more urgent kind first, of one kind the more important, then the lesser id.</summary>
    public int CompareTo(Sign other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : Importance != other.Importance ? other.Importance.CompareTo(Importance)
        : ContactId.CompareTo(other.ContactId);
}

/// <summary>An alert that was raised, as far as it bears on others.</summary>
public sealed record PastAlert(long ContactId, AlertKind Kind, DateTimeOffset Anchor, DateTimeOffset RaisedAt);

/// <summary>An alert as it is told. Every text is one line without control characters.</summary>
/// <param name="Address">The person's, used last.</param>
/// <param name="Title">A few words, as for a task: «Write to Ana Fox».</param>
/// <param name="Text">One sentence that says why, with a date.</param>
/// <param name="Brief">For a meeting: the last topics, who else comes. Else at most the last topic.</param>
/// <param name="DueOn">The working day it is for, in the owner's zone.</param>
/// <param name="EndsAt">Worth nothing from here on.</param>
public sealed record Alert(Sign Sign, EmailAddress Address, string Name, string Title, string Text, IReadOnlyList<string> Brief, DateOnly DueOn, DateTimeOffset EndsAt);
