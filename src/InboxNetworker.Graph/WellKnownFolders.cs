namespace InboxNetworker.Graph;

/// <summary>The folder names that mean the same in every mailbox and language.</summary>
public static class WellKnownFolders
{
    public const string Inbox = "inbox", SentItems = "sentitems", Drafts = "drafts", DeletedItems = "deleteditems", JunkEmail = "junkemail", Outbox = "outbox";

    /// <summary>Nothing here was said to anybody yet, or it was not wanted.</summary>
    public static readonly IReadOnlyList<string> NotRead = [Drafts, DeletedItems, JunkEmail, Outbox];

    internal static readonly IReadOnlyList<string> All = [Inbox, SentItems, Drafts, DeletedItems, JunkEmail, Outbox];
}
