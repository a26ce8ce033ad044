namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>A meeting before it is entered.</summary>
/// <param name="Organizer">Null: the owner.</param>
internal sealed record Plan(string Key, string Subject, DateOnly Day, int Minute, int Minutes, Recipient? Organizer)
{
    public int Weeks { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>When the invitation went out; null for none.</summary>
    public DateTimeOffset? Invited { get; init; }

    public Recipient? Room { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>The assistant who sent the invitation for the organizer.</summary>
    public Recipient? WrittenBy { get; init; }
}
