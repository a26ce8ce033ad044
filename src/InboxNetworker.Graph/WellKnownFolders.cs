namespace InboxNetworker.Graph;

/// <summary>The folder names that mean the same in every mailbox and language.</summary>
public static class WellKnownFolders
{
    public const string Inbox = "inbox", SentItems = "sentitems", Drafts = "drafts", DeletedItems = "deleteditems", JunkEmail = "junkemail", Outbox = "outbox", Archive = "archive", ConversationHistory = "conversationhistory";

    /// <summary>Nothing here was said to anybody yet, or it was not wanted.</summary>
    public static readonly IReadOnlyList<string> NotRead = [Drafts, DeletedItems, JunkEmail, Outbox];

    /// <summary>Without the inbox and the sent items there would be nothing to say.</summary>
    public static readonly IReadOnlyList<string> CanBeLeftOut = [.. NotRead, Archive, ConversationHistory];
}
