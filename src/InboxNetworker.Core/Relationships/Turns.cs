using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.Relationships;

/// <summary>Who has not answered the other's last mail.</summary>
public enum Turn
{
    /// <summary>The other wrote last: the owner has not written since.</summary>
    Yours,

    /// <summary>The owner wrote last.</summary>
    Theirs,
}

public static class Turns
{
    /// <returns>Null after a meeting, in which both spoke, and where there was no contact.</returns>
    public static Turn? Of(LastContact? last) => last switch
    {
        { Channel: Channel.Mail, Direction: Direction.In } => Turn.Yours,
        { Channel: Channel.Mail } => Turn.Theirs,
        _ => null,
    };
}
