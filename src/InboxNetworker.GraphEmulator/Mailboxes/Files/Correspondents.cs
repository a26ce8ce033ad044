namespace InboxNetworker.GraphEmulator.Mailboxes.Files;

/// <summary>Whom the owner writes with most, as the service would suggest them. Only what the file says of them is told.</summary>
internal static class Correspondents
{
    /// <summary>The service remembers a limited circle; a mailing list's thousands are not in it.</summary>
    private const int Limit = 500;

    public static IReadOnlyList<DirectoryPerson> Of(IReadOnlyList<Message> messages, HashSet<string> own)
    {
        var counts = new Dictionary<string, (Recipient Recipient, int Count)>(StringComparer.OrdinalIgnoreCase);
        foreach (var message in messages)
        {
            var isOwn = message.From is { } from && own.Contains(from.Address);
            var others = isOwn ? message.To.Concat(message.Cc) : message.From is null ? [] : [message.From];
            foreach (var other in others.Where(o => !own.Contains(o.Address)))
            {
                var known = counts.GetValueOrDefault(other.Address, (other, 0));
                var named = known.Item1.Name == known.Item1.Address ? other : known.Item1;
                counts[other.Address] = (named, known.Item2 + 1);
            }
        }

        return
        [
            .. counts.Values
                .OrderByDescending(c => c.Count)
                .ThenBy(c => c.Recipient.Address, StringComparer.Ordinal)
                .Take(Limit)
                .Select(c => new DirectoryPerson(c.Recipient.Name, [c.Recipient.Address], Subclass: "PersonalContact", IsUser: false, Relevance: c.Count)),
        ];
    }
}
