using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <summary>An address the mailbox knows, with the newest name it was seen with.</summary>
public readonly record struct KnownAddress(EmailAddress Address, string? Name);

/// <summary>An entry of the directory: one person, one room or one group, with all its addresses.</summary>
/// <param name="IsCard">A contact card of the owner's: its addresses are one person's, though it says nothing of what stands behind them.</param>
public sealed record DirectoryEntry(
    IReadOnlyList<EmailAddress> Addresses,
    string? Name,
    DirectoryKind Kind,
    string? Department,
    string? Company,
    string? JobTitle,
    bool IsCard = false);

/// <summary>Several addresses, one person: by themselves only where the evidence is strong, as a question where it is weak.</summary>
/// <remarks>
/// Strong is: the same directory entry or contact card; or the same name of at least two words, with local parts that agree.
/// Weak is: the same name alone, or the same long local part at another domain with no other name beside it.
/// </remarks>
public static class Identity
{
    private const int MinLocalPart = 6;

    /// <summary>The addresses of each person. Every address is in exactly one group; the order of the input does not matter.</summary>
    public static IReadOnlyList<IReadOnlyList<EmailAddress>> Resolve(
        IEnumerable<KnownAddress> known, IEnumerable<DirectoryEntry> directory, IEnumerable<IdentityChoice>? choices = null)
    {
        var addresses = known.OrderBy(k => k.Address.Value, StringComparer.Ordinal).ThenBy(k => k.Name, StringComparer.Ordinal).DistinctBy(k => k.Address).ToList();
        var said = (choices ?? []).Select(c => c.InOrder()).OrderBy(c => c.A.Value, StringComparer.Ordinal).ThenBy(c => c.B.Value, StringComparer.Ordinal).ToList();
        var groups = new AddressGroups(addresses.Select(k => k.Address), said.Where(c => !c.Same));
        foreach (var choice in said.Where(c => c.Same))
        {
            groups.Join([choice.A, choice.B]);
        }

        // Where a choice holds two of an entry's addresses apart, the order says with which of them the others go.
        var entries = directory.Where(e => e.Kind == DirectoryKind.Person || (e.IsCard && e.Kind == DirectoryKind.Unknown))
            .Select(e => e.Addresses.OrderBy(a => a.Value, StringComparer.Ordinal).ToList())
            .OrderBy(e => string.Join('\n', e.Select(a => a.Value)), StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            groups.Join(entry);
        }

        var named = addresses.Select(k => (k.Address, Name: Key(k.Name))).Where(k => k.Name is not null);
        foreach (var namesakes in named.GroupBy(k => k.Name, k => k.Address).Where(g => g.Skip(1).Any()))
        {
            foreach (var agreeing in namesakes.GroupBy(a => Letters(a.LocalPart)).Where(g => g.Key.Length >= 4))
            {
                groups.Join(agreeing);
            }

            groups.Join(namesakes.Where(a => SpellsOut(a.LocalPart, namesakes.Key!)));
        }

        return groups.All();
    }

    /// <summary>Who may be the same person as this one, for the owner to decide; at most one question for each other address.</summary>
    /// <param name="person">All addresses of one person.</param>
    /// <param name="others">Addresses of everybody else.</param>
    public static IReadOnlyList<PossiblySame> Suggest(IReadOnlyCollection<KnownAddress> person, IEnumerable<KnownAddress> others, IEnumerable<IdentityChoice> choices)
    {
        var denied = choices.Where(c => !c.Same).Select(c => c.InOrder()).ToHashSet();
        var found = new List<PossiblySame>();
        foreach (var other in others)
        {
            var match = person.Select(mine => (Mine: mine.Address, Why: Weak(mine, other))).FirstOrDefault(m => m.Why is not null);
            if (match.Why is not null && !person.Any(mine => denied.Contains(new IdentityChoice(mine.Address, other.Address, false).InOrder())))
            {
                found.Add(new PossiblySame(match.Mine, other.Address, match.Why));
            }
        }

        return found;
    }

    private static string? Weak(KnownAddress a, KnownAddress b)
    {
        var (nameA, nameB) = (Key(a.Name), Key(b.Name));
        if (nameA is not null && nameA == nameB)
        {
            return "Both go by the same name.";
        }

        return (nameA is null || nameB is null) && a.Address.LocalPart == b.Address.LocalPart && Letters(a.Address.LocalPart).Length >= MinLocalPart
            ? "Both addresses begin alike."
            : null;
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
