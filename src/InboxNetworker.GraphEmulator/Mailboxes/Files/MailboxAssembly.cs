namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Puts a mailbox together from the messages of a file.</summary>
internal static class MailboxAssembly
{
    public static MailboxContent Build(Owner owner, IReadOnlyList<FileMessage> read)
    {
        var own = new HashSet<string>([owner.Mail, .. owner.OtherAddresses], StringComparer.OrdinalIgnoreCase);
        var (folders, folderKeys) = FolderNames.Assign(read.CountBy(m => FolderOf(m, own)).ToDictionary());
        var keys = new Dictionary<string, int>();
        var messages = new List<Message>(read.Count);
        foreach (var message in read)
        {
            var folder = folderKeys[FolderOf(message, own)];
            messages.Add(new Message(
                UniqueKey(keys, message, folder),
                folder,
                message.From,
                message.To,
                message.Cc,
                message.Subject,
                message.Sent.AddTicks(-(message.Sent.Ticks % TimeSpan.TicksPerSecond)),
                Conversations.KeyOf(message),
                message.MessageId,
                message.Sender,
                IsDraft: folder == "drafts",
                Bcc: message.Bcc));
        }

        return new MailboxContent(owner, folders, messages, [], Correspondents.Of(messages, own));
    }

    /// <summary>Where the file names no folder, what the owner wrote was sent and the rest received.</summary>
    private static string FolderOf(FileMessage message, HashSet<string> own) =>
        message.FolderName.Length > 0 ? message.FolderName : message.From is { } from && own.Contains(from.Address) ? "sent" : "inbox";

    /// <summary>One message may stand in several folders, and even twice in one; each copy keeps its key on every start.</summary>
    private static string UniqueKey(Dictionary<string, int> keys, FileMessage message, string folder)
    {
        var id = message.MessageId.Length > 0 ? message.MessageId : $"{message.Sent.UtcTicks}:{message.From?.Address}:{message.Subject}";
        var first = $"{id}|{folder}";
        var key = first;

        // Where the copies end is kept: a file of nothing but copies would else be counted through for each of them.
        for (var copy = keys.GetValueOrDefault(first) + 1; !keys.TryAdd(key, 1); copy++)
        {
            key = $"{first}#{copy}";
            keys[first] = copy;
        }

        return key;
    }
}
