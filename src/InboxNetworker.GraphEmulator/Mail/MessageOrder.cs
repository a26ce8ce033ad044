using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>The orders the emulator lists messages in: by time, which is the same for received and sent here.</summary>
internal static class MessageOrder
{
    /// <summary>An absent <c>$orderby</c> is newest first.</summary>
    public static bool TryParse(string orderBy, out bool oldestFirst)
    {
        oldestFirst = false;
        if (orderBy.Length == 0)
        {
            return true;
        }

        var words = orderBy.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is 0 or > 2
            || !(words[0].Equals("receivedDateTime", StringComparison.OrdinalIgnoreCase) || words[0].Equals("sentDateTime", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var direction = words.Length == 2 ? words[1].ToLowerInvariant() : "asc";
        oldestFirst = direction == "asc";
        return direction is "asc" or "desc";
    }

    public static IEnumerable<StoredMessage> Slice(StoredMessage[] newestFirst, Page page, bool oldestFirst)
    {
        var last = Math.Min(newestFirst.Length, (long)page.Skip + page.Top);
        for (var i = page.Skip; i < last; i++)
        {
            yield return newestFirst[oldestFirst ? newestFirst.Length - 1 - i : i];
        }
    }
}
