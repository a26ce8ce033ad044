namespace InboxNetworker.GraphEmulator.Mailboxes.Generated;

/// <summary>The folders of a generated mailbox. The last ones stay empty; a mailbox has them all the same.</summary>
internal static class Shelves
{
    public const string Inbox = "inbox";
    public const string Sent = "sent";
    public const string Archive = "archive";
    public const string Customers = "customers";
    public const string Projects = "projects";

    public static readonly IReadOnlyList<Folder> Folders =
    [
        new(Inbox, "Inbox", "inbox"),
        new(Sent, "Sent Items", "sentitems"),
        new(Archive, "Archive", "archive"),
        new(Customers, "Customers"),
        new(Projects, "Projects", ParentKey: Customers),
        new("drafts", "Drafts", "drafts"),
        new("deleted", "Deleted Items", "deleteditems"),
        new("junk", "Junk Email", "junkemail"),
        new("outbox", "Outbox", "outbox"),
    ];

    /// <param name="chance">From 0 up to 1.</param>
    public static string Of(double chance) => chance switch
    {
        < 0.70 => Inbox,
        < 0.85 => Archive,
        < 0.94 => Customers,
        _ => Projects,
    };
}
