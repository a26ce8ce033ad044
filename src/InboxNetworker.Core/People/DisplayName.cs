using System.Globalization;
using System.Text.RegularExpressions;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <param name="Name">As in «Ana» or «Dr. Fox».</param>
/// <param name="Formal">With a title.</param>
public readonly record struct Called(string Name, bool Formal);

/// <summary>What to call somebody.</summary>
public static partial class DisplayName
{
    /// <summary>The longest name kept, in UTF-16 units.</summary>
    public const int MaxLength = 256;

    /// <summary>
    /// A name as it stood in a mail, tidied: quotes gone, <c>Surname, Given</c> turned round. Null when it merely repeats an address or is empty.
    /// </summary>
    public static string? Tidy(string? raw)
    {
        var name = raw?.Trim().Trim('\'', '"').Trim();
        if (string.IsNullOrEmpty(name) || name.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        name = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && comma == name.LastIndexOf(',') && comma < name.Length - 1 && !name.Contains('(', StringComparison.Ordinal))
        {
            name = $"{name[(comma + 1)..].Trim()} {name[..comma].Trim()}";
        }

        // Never between the two halves of a surrogate pair.
        return name.Length <= MaxLength ? name : name[..(char.IsHighSurrogate(name[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    /// <summary>
    /// A name read out of an address: <c>phillip.love@…</c> is Phillip Love. The address itself where its local part is not made of words.
    /// </summary>
    public static string FromAddress(EmailAddress address)
    {
        var words = address.LocalPart.Split(['.', '_'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && words.All(w => w.All(c => char.IsLetter(c) || c is '-' or '\'')) && words.Any(w => w.Length > 1)
            ? string.Join(' ', words.Select(Capitalise))
            : address.Value;
    }

    /// <summary>How to greet somebody: the first word of a name, or null where the name is an address, a single letter or a company's style of name.</summary>
    public static string? GivenName(string name)
    {
        if (name.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var words = Words(name).SkipWhile(IsTitle).ToList();
        return words.Count >= 2 && words[0].TrimEnd('.').Length > 1 && words[0].Any(char.IsLetter) ? words[0] : null;
    }

    /// <summary>
    /// How somebody is addressed, where the name tells it: by title and surname if a title stands before the name, else by the given name.
    /// </summary>
    /// <returns>Null for an address, and where there is neither a title nor a <see cref="GivenName"/>.</returns>
    public static Called? Address(string name)
    {
        var words = Words(name);
        return words.Count >= 2 && IsTitle(words[0]) && !IsTitle(words[^1]) && !name.Contains('@', StringComparison.Ordinal)
            ? new Called($"{words[0]} {Surname(words)}", Formal: true)
            : GivenName(name) is { } given ? new Called(given, Formal: false) : null;
    }

    /// <summary>With the particles that belong to it, as in «von Berg».</summary>
    private static string Surname(List<string> words)
    {
        var first = words.Count - 1;
        while (first > 1 && Particles.Contains(words[first - 1]))
        {
            first--;
        }

        return string.Join(' ', words[first..]);
    }

    /// <summary>Without what stands in brackets, as a department does.</summary>
    private static List<string> Words(string name) => [.. Bracketed().Replace(name, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsTitle(string word) => Titles.Contains(word.TrimEnd('.'));

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Bracketed();

    private static readonly HashSet<string> Titles = new(["Dr", "Prof", "Mr", "Mrs", "Ms", "Herr", "Frau", "Dipl-Ing"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Particles = ["von", "vom", "van", "de", "der", "den", "dem", "del", "della", "di", "da", "du", "la", "le", "zu", "zur", "ten", "ter"];

    private static string Capitalise(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
