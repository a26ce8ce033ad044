namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Finds out whose mailbox a file is.</summary>
internal static class OwnerLookup
{
    private const string OwnersFile = "owners.tsv";

    public static Owner Find(string path, string ownerKey, IReadOnlyList<string> given, FileContents contents)
    {
        var addresses = given.Count > 0 ? given : ReadOwners(path, ownerKey);
        if (addresses.Count == 0)
        {
            throw new MailboxFileException(
                $"Whose mailbox {contents.FileName} is, is not known: give the owner's addresses, such as --owner 'a@x.example;b@x.example', " +
                $"or put a file {OwnersFile} beside it, with the columns owner and addresses and a line for '{ownerKey}'.{Hint(contents)}");
        }

        List<string> distinct = [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)];
        return new Owner(DisplayName(distinct, contents), distinct[0], distinct[1..]);
    }

    private static string[] ReadOwners(string path, string ownerKey)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, OwnersFile);
        if (!File.Exists(file))
        {
            return [];
        }

        using var stream = File.OpenRead(file);
        var lines = new LineReader(stream.Read);
        while (lines.Next() is { } line)
        {
            var fields = line.Split('\t');
            if (fields[0].Trim() != ownerKey)
            {
                continue;
            }

            var addresses = fields.Length > 1 ? fields[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            return addresses.Length > 0
                ? addresses
                : throw new MailboxFileException($"{OwnersFile}:{lines.Number} gives no addresses for '{ownerKey}'; put them into the second column, separated by ';'.");
        }

        return [];
    }

    /// <summary>The name the owner's own messages give most often; else made from the address where that looks like a name.</summary>
    private static string DisplayName(List<string> addresses, FileContents contents)
    {
        var own = new HashSet<string>(addresses, StringComparer.OrdinalIgnoreCase);
        var named = contents.Messages
            .Where(m => m.From is { } from && from.Name != from.Address && own.Contains(from.Address))
            .CountBy(m => m.From!.Name)
            .OrderByDescending(n => n.Value)
            .ThenBy(n => n.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (named.Key is { } name)
        {
            return name;
        }

        var words = addresses[0].Split('@')[0].Split(['.', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.All(w => w.All(char.IsLetter))
            ? string.Join(' ', words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]))
            : addresses[0];
    }

    private static string Hint(FileContents contents)
    {
        var frequent = contents.Messages
            .Where(m => m.From is not null && FolderNames.IsSent(m.FolderName))
            .CountBy(m => m.From!.Address, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(a => a.Value)
            .ThenBy(a => a.Key, StringComparer.Ordinal)
            .Take(3)
            .Select(a => a.Key)
            .ToList();
        return frequent.Count == 0 ? "" : $" Most messages in its sent folders are from {string.Join(", ", frequent)}.";
    }
}
