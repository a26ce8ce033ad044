namespace InboxNetworker.Core.Interactions;

public enum Channel : byte
{
    Mail = 0,
    Meeting = 1,

    /// <summary>A meeting that says little of any two who were there: an occurrence of a series, or more than <see cref="Extraction.LargeMeeting"/> people.</summary>
    Gathering = 2,
}

/// <summary>As the owner of the mailbox sees it.</summary>
public enum Direction : byte
{
    /// <summary>The owner wrote.</summary>
    Out = 0,

    /// <summary>The counterpart wrote.</summary>
    In = 1,

    /// <summary>Both were there: a meeting.</summary>
    Both = 2,
}

/// <summary>One contact between the owner and one other address.</summary>
/// <param name="Source">The message or meeting it was found in; the same for all its counterparts.</param>
/// <param name="At">UTC, whole seconds: when a mail was sent, when a meeting began.</param>
public readonly record struct Interaction(ContentKey Source, EmailAddress Counterpart, DateTimeOffset At, Channel Channel, Direction Direction);
