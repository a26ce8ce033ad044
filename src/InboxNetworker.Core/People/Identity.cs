using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <summary>An address the mailbox knows, with the newest name it was seen with.</summary>
public readonly record struct KnownAddress(EmailAddress Address, string? Name);

/// <summary>An entry of the directory: one person, one room or one group, with all its addresses.</summary>
public sealed record DirectoryEntry(
    IReadOnlyList<EmailAddress> Addresses,
    string? Name,
    DirectoryKind Kind,
    string? Department,
    string? Company,
    string? JobTitle);

/// <summary>Several addresses, one person: only where the evidence is strong.</summary>
/// <remarks>Strong is: the same directory entry; or the same name of at least two words, with local parts that agree.</remarks>
public static class Identity
{
    /// <summary>The addresses of each person. Every address is in exactly one group; the order of the input does not matter.</summary>
    public static IReadOnlyList<IReadOnlyList<EmailAddress>> Resolve(IEnumerable<KnownAddress> known, IEnumerable<DirectoryEntry> directory)
    {
        var addresses = known.OrderBy(k => k.Address.Value, StringComparer.Ordinal).ThenBy(k => k.Name, StringComparer.Ordinal).DistinctBy(k => k.Address).ToList();
        var leader = addresses.ToDictionary(k => k.Address, k => k.Address);
        foreach (var entry in directory.Where(e => e.Kind == DirectoryKind.Person))
        {
            Join(entry.Addresses.Where(leader.ContainsKey));
        }

        var named = addresses.Select(k => (k.Address, Name: Key(k.Name))).Where(k => k.Name is not null);
        foreach (var namesakes in named.GroupBy(k => k.Name, k => k.Address))
        {
            foreach (var agreeing in namesakes.GroupBy(a => Letters(a.LocalPart)).Where(g => g.Key.Length >= 4))
            {
                Join(agreeing);
            }

            Join(namesakes.Where(a => SpellsOut(a.LocalPart, namesakes.Key!)));
        }

        return [.. addresses.GroupBy(k => Leader(k.Address)).Select(g => g.Select(k => k.Address).ToList())];

        EmailAddress Leader(EmailAddress address)
        {
            while (leader[address] != address)
            {
                address = leader[address];
            }

            return address;
        }

        void Join(IEnumerable<EmailAddress> same)
        {
            EmailAddress? first = null;
            foreach (var address in same)
            {
                first ??= Leader(address);
                leader[Leader(address)] = first;
            }
        }
    }

    /// <summary>Case, order and punctuation aside: «Fox, Ana» is «ana fox». Null for fewer than two words.</summary>
    private static string? Key(string? name)
    {
        var words = (name ?? string.Empty).ToLowerInvariant().Split([' ', ',', '.', '\''], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList();
        return words.Count >= 2 ? string.Join(' ', words) : null;
    }

    /// <summary>The local part is made of the words of the name, each whole or, but for one, as an initial: <c>ana.fox</c>, <c>afox</c>, <c>fox.a</c>.</summary>
    private static bool SpellsOut(string localPart, string nameKey)
    {
        var words = nameKey.Split(' ');
        var letters = Letters(localPart);
        return words.Length == 2 && words.Any(w => w.Length >= 3) &&
            (letters == words[0] + words[1] || letters == words[1] + words[0] ||
             Initialled(words[0], words[1]) || Initialled(words[1], words[0]));

        bool Initialled(string whole, string initial) =>
            whole.Length >= 3 && (letters == whole + initial[0] || letters == initial[0] + whole);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
