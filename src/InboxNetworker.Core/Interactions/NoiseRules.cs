using System.Buffers;

namespace InboxNetworker.Core.Interactions;

/// <summary>Why an address is left out: there is no person to reconnect with behind it.</summary>
public enum Noise
{
    /// <summary>Says itself that it cannot be answered, or reports on delivery.</summary>
    NoReply,

    /// <summary>Newsletters, notifications and other machine mail.</summary>
    Automatic,

    /// <summary>An office, not a person: info@, support@, hr@.</summary>
    Role,

    /// <summary>A mailing list or a group.</summary>
    List,

    /// <summary>A room or a piece of equipment.</summary>
    Room,

    /// <summary>Looks like another address of the owner's.</summary>
    OwnAlias,

    /// <summary>Writes and never gets a line back.</summary>
    OneWay,

    /// <summary>The owner said so.</summary>
    ByOwner,
}

/// <summary>What the directory says stands behind an address.</summary>
public enum DirectoryKind : byte
{
    Unknown = 0,
    Person = 1,
    Group = 2,
    Room = 3,
}

/// <summary>The rules for telling people from machines, lists and rooms by address and directory.</summary>
/// <remarks>
/// The words of a local part are compared whole (<c>it-support</c> has two), so that <c>alison.newsome</c> stays a person.
/// A directory's word counts more than the address: a person called Info is a person.
/// In doubt an address is a person: a machine that slips through never gets an answer, and <see cref="Noise.OneWay"/> catches it.
/// </remarks>
public static partial class NoiseRules
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("._-+=/~0123456789");

    /// <summary>The rule that leaves this address out, or null for a person.</summary>
    /// <remarks><see cref="Noise.OneWay"/> follows from the history, not from the address, and is never returned here.</remarks>
    public static Noise? Classify(EmailAddress address, DirectoryKind directory)
    {
        switch (directory)
        {
            case DirectoryKind.Room: return Noise.Room;
            case DirectoryKind.Group: return Noise.List;
            case DirectoryKind.Person: return null;
        }

        var local = address.LocalPart;
        var joined = string.Concat(local.Where(char.IsLetter));
        if (NoReplyWords.Any(word => joined == word || (word.Length > 6 && joined.Contains(word, StringComparison.Ordinal))))
        {
            return Noise.NoReply;
        }

        return ByHost(address.Domain) ?? ByWords(address, Words(local));
    }

    /// <summary>
    /// Whether a <see cref="Noise.Role"/> or <see cref="Noise.List"/> rests on one word that a person's address may hold as well: a small firm's
    /// front door (<c>contact@…</c>), or a surname (<c>clara.list@…</c>).
    /// </summary>
    public static bool IsWeak(EmailAddress address)
    {
        var words = Words(address.LocalPart);
        return ByHost(address.Domain) is null
            && (FrontDoors.Contains(address.LocalPart)
                || (words.Count == 2 && address.LocalPart == $"{words[0]}.{words[1]}" && WeakSurnames.Contains(words[1])
                    && !RoleWords.Contains(words[0]) && !ListWords.Contains(words[0]) && !address.Domain.Split('.').Contains(words[0])));
    }

    private static Noise? ByHost(string domain)
    {
        if (ListHosts.Contains(domain))
        {
            return Noise.List;
        }

        if (domain == "resource.calendar.google.com")
        {
            return Noise.Room;
        }

        var labels = domain.Split('.');
        return labels.Length < 3 ? null
            : ListHostNames.Contains(labels[0]) || labels[0].EndsWith("-lists", StringComparison.Ordinal) ? Noise.List
            : AutomaticHostNames.Contains(labels[0]) ? Noise.Automatic
            : null;
    }

    private static Noise? ByWords(EmailAddress address, List<string> words)
    {
        if (words.Count == 0 || IsNameWith(address.LocalPart, words))
        {
            return null;
        }

        if (words.Any(AutomaticWords.Contains))
        {
            return Noise.Automatic;
        }

        // Nobody keeps a list, an office or a room at a provider of private mailboxes.
        if (PrivateHosts.Contains(address.Domain))
        {
            return null;
        }

        if (words.Any(RoomWords.Contains) && (words.Count > 1 || address.LocalPart.Any(char.IsDigit)))
        {
            return Noise.Room;
        }

        // `enron.chairman@enron.com` says no more than `chairman`.
        var organisation = address.Domain.Split('.');
        if (words.Count > 1 && words.Where(w => !organisation.Contains(w)).ToList() is { Count: > 0 } own)
        {
            words = own;
        }

        if (words.All(RoleWords.Contains) || words.Any(RoleAnywhere.Contains) || RoleEdges.Contains(words[0]) || RoleEdges.Contains(words[^1]))
        {
            return Noise.Role;
        }

        if (IsList(address.LocalPart, words))
        {
            return Noise.List;
        }

        return words.All(w => RoleWords.Contains(w) || ListWords.Contains(w)) ? Noise.Role : null;
    }

    private static bool IsList(string local, List<string> words) =>
        ListWords.Contains(words[^1]) || words[0] == "all" || (words.Count > 1 && words.Contains("dl")) ||
        (words.Count > 1 && words[0] is "bug" or "help") || (words.Count > 1 && words[^1] == "help") ||
        (words.Count > 2 && words[^2].Length > 1 && local.EndsWith("-l", StringComparison.Ordinal));

    /// <summary>Written like <c>norman.mailer</c>, and the second word is a surname too.</summary>
    private static bool IsNameWith(string local, List<string> words) =>
        words.Count == 2 && SurnamesToo.Contains(words[1]) && !AutomaticWords.Contains(words[0]) && local == $"{words[0]}.{words[1]}";

    private static List<string> Words(string local)
    {
        var words = new List<string>();
        var rest = local.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(Separators);
            var word = end < 0 ? rest : rest[..end];
            if (!word.IsEmpty)
            {
                words.Add(word.ToString());
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return words;
    }
}
