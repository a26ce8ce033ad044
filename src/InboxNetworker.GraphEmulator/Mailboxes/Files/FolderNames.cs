namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Which of a file's folders are the ones every mailbox has.</summary>
internal static class FolderNames
{
    /// <summary>The folders every mailbox has, with the names the service shows.</summary>
    private static readonly (string WellKnown, string DisplayName)[] Standard =
    [
        ("inbox", "Inbox"),
        ("sentitems", "Sent Items"),
        ("drafts", "Drafts"),
        ("deleteditems", "Deleted Items"),
        ("junkemail", "Junk Email"),
        ("archive", "Archive"),
        ("outbox", "Outbox"),
    ];

    public static bool IsSent(string name) => WellKnown(name) == "sentitems";

    /// <summary>
    /// The folders for the given names and counts, standard ones first. Where several names stand for one standard folder
    /// (<c>sent</c>, <c>_sent_mail</c>, <c>sent_items</c>) the fullest becomes it; the others stay folders of their own.
    /// </summary>
    /// <returns>The folders, and for each name of the file the key of its folder.</returns>
    public static (IReadOnlyList<Folder> Folders, IReadOnlyDictionary<string, string> Keys) Assign(IReadOnlyDictionary<string, int> counts)
    {
        var folders = new List<Folder>();
        var keys = new Dictionary<string, string>();
        foreach (var (wellKnown, displayName) in Standard)
        {
            folders.Add(new Folder(wellKnown, displayName, wellKnown));
            var fullest = counts
                .Where(c => WellKnown(c.Key) == wellKnown)
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => c.Key)
                .FirstOrDefault();
            if (fullest is not null)
            {
                keys[fullest] = wellKnown;
            }
        }

        foreach (var name in counts.Keys.Where(n => !keys.ContainsKey(n)).Order(StringComparer.Ordinal))
        {
            var key = "folder:" + name;
            folders.Add(new Folder(key, name));
            keys[name] = key;
        }

        return (folders, keys);
    }

    /// <summary>A name that is not given is the inbox's.</summary>
    private static string? WellKnown(string name) => name.Trim().TrimStart('_').Replace('_', ' ').Replace('-', ' ').ToLowerInvariant() switch
    {
        "" or "inbox" => "inbox",
        "sent" or "sent mail" or "sent items" or "sentitems" or "sent messages" => "sentitems",
        "drafts" or "draft" => "drafts",
        "deleted items" or "deleteditems" or "deleted" or "trash" => "deleteditems",
        "junk" or "junk email" or "junk e mail" or "junkemail" or "junk mail" or "spam" => "junkemail",
        "archive" or "archived" => "archive",
        "outbox" => "outbox",
        _ => null,
    };
}
