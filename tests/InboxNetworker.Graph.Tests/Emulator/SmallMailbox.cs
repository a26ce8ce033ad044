using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.Graph.Tests.Emulator;

/// <summary>A mailbox small enough to know by heart; tests add what they need.</summary>
internal static class SmallMailbox
{
    public static readonly DateTimeOffset Now = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    public static readonly Owner Owner = new("Mara Lind", "mara.lind@northwind.example", ["m.lind@northwind.example"], "Account Manager", "Sales", "Northwind");

    public static readonly IReadOnlyList<Folder> Folders =
    [
        new("inbox", "Inbox", "inbox"),
        new("sentitems", "Sent Items", "sentitems"),
        new("drafts", "Drafts", "drafts"),
        new("deleteditems", "Deleted Items", "deleteditems"),
        new("junkemail", "Junk Email", "junkemail"),
        new("archive", "Archive", "archive"),
        new("outbox", "Outbox", "outbox"),
        new("projects", "Projects"),
        new("harbour", "Harbour", null, "projects"),
        new("quay", "Quay", null, "projects"),
        new("sync", "Sync Issues", IsHidden: true),
        new("zoo", "Zoo"),
    ];

    public static readonly Recipient Mara = new("Mara Lind", "mara.lind@northwind.example");

    public static readonly Recipient Jon = new("Jon Berg", "jon.berg@fabrikam.example");

    public static MailboxContent With(
        IReadOnlyList<Message>? messages = null,
        IReadOnlyList<Meeting>? meetings = null,
        IReadOnlyList<DirectoryPerson>? people = null) =>
        new(Owner, Folders, messages ?? [], meetings ?? [], people ?? []);

    /// <summary>Messages of one folder, an hour apart, the first the newest.</summary>
    public static IReadOnlyList<Message> Messages(int count, string folder = "inbox") =>
        [.. Enumerable.Range(0, count).Select(i => Message($"{folder}-{i}", Now.AddHours(-1 - i), folder))];

    public static Message Message(string key, DateTimeOffset sent, string folder = "inbox", MessageKind kind = MessageKind.Message, string subject = "") =>
        new(key, folder, Jon, [Mara], [], subject.Length > 0 ? subject : $"About {key}", sent, $"thread of {key}", $"<{key}@fabrikam.example>", Kind: kind, IsRead: key.Length % 2 == 0, Text: $"Text of {key}");
}
