namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>A message on its way, before it is filed.</summary>
internal sealed record Letter(
    string Conversation,
    Recipient From,
    IReadOnlyList<Recipient> To,
    IReadOnlyList<Recipient> Cc,
    string Subject,
    DateTimeOffset Sent)
{
    public Recipient? Sender { get; init; }

    public MessageKind Kind { get; init; }

    public Drawer Drawer { get; init; }

    public Topic? Topic { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>What kind of post it is, as the owner's rules and habits of filing see it.</summary>
internal enum Drawer
{
    Correspondence,
    Invitation,
    Notification,
    Newsletter,
    List,
    Junk,
}
