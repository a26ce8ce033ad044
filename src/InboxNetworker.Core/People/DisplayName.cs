using System.Globalization;
using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <summary>What to call somebody.</summary>
public static class DisplayName
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

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => Titles.Contains(w.TrimEnd('.'))).ToList();
        return words.Count >= 2 && words[0].TrimEnd('.').Length > 1 && words[0].Any(char.IsLetter) ? words[0] : null;
    }

    private static readonly HashSet<string> Titles = new(["Dr", "Prof", "Mr", "Mrs", "Ms", "Dipl-Ing"], StringComparer.OrdinalIgnoreCase);

    private static string Capitalise(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
