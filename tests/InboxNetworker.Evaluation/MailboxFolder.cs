using System.IO.Compression;

namespace InboxNetworker.Evaluation;

/// <summary>A folder with <c>owners.tsv</c> and <c>&lt;owner&gt;.tsv.gz</c>.</summary>
internal static class MailboxFolder
{
    private const string Owners = "owners.tsv";
    private const string Ending = ".tsv.gz";

    /// <param name="sentIsOwn">What stands among the sent mail counts as the owner's, whoever wrote it, as in the product; else the sender alone decides.</param>
    /// <exception cref="UnreadableException">The folder, the list of owners or a mailbox is missing or cannot be read.</exception>
    public static IEnumerable<Mailbox> Read(DirectoryInfo folder, bool sentIsOwn = false)
    {
        if (!folder.Exists)
        {
            throw new UnreadableException($"There is no folder {folder.FullName}; give one that holds {Owners} and <owner>{Ending} with --mailboxes.");
        }

        var owners = ReadOwners(folder);
        foreach (var file in folder.EnumerateFiles("*" + Ending).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (!owners.ContainsKey(NameOf(file)))
            {
                throw new UnreadableException($"{file.FullName} has no line in {Owners}; add the owner's addresses there, or take the file away.");
            }
        }

        foreach (var (owner, addresses) in owners)
        {
            yield return ReadMailbox(new FileInfo(Path.Combine(folder.FullName, owner + Ending)), addresses, sentIsOwn);
        }
    }

    private static SortedDictionary<string, IReadOnlyList<string>> ReadOwners(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, Owners);
        if (!File.Exists(path))
        {
            var inside = folder.EnumerateDirectories().Where(d => File.Exists(Path.Combine(d.FullName, Owners))).Select(d => d.Name).Order(StringComparer.Ordinal).ToList();
            throw new UnreadableException(inside.Count > 0
                ? $"{folder.FullName} has no {Owners}, but these folders in it have one: {string.Join(", ", inside)}. Give one of them with --mailboxes."
                : $"{folder.FullName} has no {Owners} (two columns, owner and addresses, separated by a tab).");
        }

        var owners = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var number = 1;
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var columns = line.Split('\t');
            if (columns.Length < 2 || columns[0].Length == 0 || TsvMessage.Addresses(columns[1]).Count == 0)
            {
                throw new UnreadableException($"{path}, line {number}: an owner, a tab and at least one address are needed.");
            }

            owners[columns[0]] = TsvMessage.Addresses(columns[1]);
        }

        return owners.Count > 0 ? owners : throw new UnreadableException($"{path} names no owner.");
    }

    private static Mailbox ReadMailbox(FileInfo file, IReadOnlyList<string> addresses, bool sentIsOwn)
    {
        var own = addresses.ToHashSet(StringComparer.Ordinal);
        if (!file.Exists)
        {
            throw new UnreadableException($"{file.FullName} is missing, though {Owners} names its owner.");
        }

        var contacts = new Dictionary<string, List<Contact>>(StringComparer.Ordinal);
        var seen = new HashSet<(string, string, string, string)>();
        var bad = new List<string>();
        try
        {
            using var reader = new StreamReader(new GZipStream(file.OpenRead(), CompressionMode.Decompress));
            reader.ReadLine();
            for (var number = 2; reader.ReadLine() is { } line; number++)
            {
                if (!TsvMessage.TryParse(line, out var message, out var error))
                {
                    bad.Add($"line {number}: {error}");
                }
                else if (seen.Add(message.Identity) && message.Recipients.Count <= TsvMessage.MaxRecipients)
                {
                    Count(message, own, sentIsOwn, contacts);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException($"{file.FullName} could not be read as a gzip-compressed file: {e.Message}", e);
        }

        if (contacts.Count == 0)
        {
            throw new UnreadableException($"{file.FullName} holds no message between the owner ({string.Join(", ", own)}) and anybody else{(bad.Count > 0 ? $"; lines that could not be read: {bad.Count}; the first, {bad[0]}" : string.Empty)}.");
        }

        return new Mailbox(
            NameOf(file),
            addresses,
            contacts.ToDictionary(c => c.Key, c => (IReadOnlyList<Contact>)[.. c.Value.OrderBy(x => x.At)], StringComparer.Ordinal),
            bad);
    }

    private static void Count(TsvMessage message, HashSet<string> own, bool sentIsOwn, Dictionary<string, List<Contact>> contacts)
    {
        if (own.Contains(message.From) || (sentIsOwn && message.IsSent))
        {
            foreach (var recipient in message.Recipients.Where(r => !own.Contains(r)))
            {
                Of(recipient).Add(new Contact(message.At, Outgoing: true));
            }
        }
        else if (message.From.Length > 0 && message.Recipients.Overlaps(own))
        {
            Of(message.From).Add(new Contact(message.At, Outgoing: false));
        }

        List<Contact> Of(string address) => contacts.TryGetValue(address, out var known) ? known : contacts[address] = [];
    }

    private static string NameOf(FileInfo file) => file.Name[..^Ending.Length];
}
