using InboxNetworker.Core.Interactions;

namespace InboxNetworker.Core.People;

/// <summary>The owner writes to a private address now and then; that is nobody to reconnect with.</summary>
public static class OwnAlias
{
    private const int MinSurname = 4;

    /// <summary>
    /// The local part has the letters of one of the owner's local parts and holds the owner's surname: <c>plove570@…</c> beside
    /// <c>plove@…</c>. A given name alone proves nothing: there are many people called Michael.
    /// </summary>
    public static bool IsLikely(EmailAddress address, string ownerName, IEnumerable<EmailAddress> own)
    {
        var surname = Letters(ownerName.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? string.Empty);
        var letters = Letters(address.LocalPart);
        return surname.Length >= MinSurname
            && letters.Length > surname.Length
            && letters.Contains(surname, StringComparison.Ordinal)
            && own.Any(o => Letters(o.LocalPart) == letters);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
