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
}

/// <summary>What the directory says stands behind an address.</summary>
public enum DirectoryKind : byte
{
    Unknown = 0,
    Person = 1,
    Group = 2,
    Room = 3,
}

/// <summary>First rules for telling people from machines, lists and rooms by address and directory.</summary>
/// <remarks>
/// The words of a local part are compared whole (<c>it-support</c> has two), so that <c>alison.newsome</c> stays a person.
/// A directory's word counts more than the address: a person called Info is a person.
/// </remarks>
public static class NoiseRules
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("._-+=/~0123456789");

    private static readonly HashSet<string> NoReplyWords =
        ["noreply", "donotreply", "nopost", "noresponse", "mailerdaemon", "postmaster", "bounce", "bounces", "undisclosed", "nobody"];

    /// <summary>Anywhere in the local part.</summary>
    private static readonly HashSet<string> AutomaticWords =
        ["newsletter", "newsletters", "notification", "notifications", "notify", "alert", "alerts", "digest", "autoresponder", "automated", "automailer", "mailer", "bot", "robot", "daemon", "subscriptions", "subscribe", "unsubscribe", "reminder", "reminders", "promotions", "announcement", "announcements"];

    /// <summary>Only where every word is one of these (with or without a list word).</summary>
    private static readonly HashSet<string> RoleWords =
        ["info", "information", "contact", "office", "sales", "support", "service", "services", "customer", "customerservice", "help", "helpdesk", "desk", "hr", "it", "admin", "administrator", "administration", "billing", "accounts", "accounting", "finance", "payroll", "invoice", "invoices", "orders", "order", "jobs", "careers", "recruiting", "press", "media", "marketing", "news", "updates", "update", "feedback", "webmaster", "hostmaster", "abuse", "security", "privacy", "legal", "reception", "facilities", "travel", "expense", "report", "reports", "hello", "welcome", "mail", "email", "registration", "events", "event", "training", "system", "exchange", "editor", "editors", "enquiries", "inquiries", "the"];

    /// <summary>As the last word, or where every word is one.</summary>
    private static readonly HashSet<string> ListWords =
        ["list", "lists", "all", "everyone", "everybody", "employees", "staff", "team", "teams", "group", "groups", "members", "community", "worldwide", "distribution", "announce", "users", "discuss", "devel", "dl"];

    private static readonly string[] ListHostPrefixes = ["lists.", "list.", "groups.", "listserv.", "vger."];

    private static readonly HashSet<string> ListHosts = ["googlegroups.com", "yahoogroups.com", "groups.io"];

    private static readonly HashSet<string> RoomWords = ["room", "rooms", "conference", "conf", "meetingroom", "projector"];

    /// <summary>The rule that leaves this address out, or null for a person.</summary>
    /// <remarks><see cref="Noise.OneWay"/> follows from the history and <see cref="Noise.OwnAlias"/> from the owner, not from the address; neither is returned here.</remarks>
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

        if (ListHosts.Contains(address.Domain) || ListHostPrefixes.Any(prefix => address.Domain.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return Noise.List;
        }

        return ByWords(Words(local));
    }

    private static Noise? ByWords(List<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        if (words.Any(AutomaticWords.Contains))
        {
            return Noise.Automatic;
        }

        if (words.Any(RoomWords.Contains) && words.Count > 1)
        {
            return Noise.Room;
        }

        if (words.All(RoleWords.Contains))
        {
            return Noise.Role;
        }

        if (ListWords.Contains(words[^1]) || words[0] is "all" or "dl" || words[^1] is "l" && words.Count > 2)
        {
            return Noise.List;
        }

        return words.All(w => RoleWords.Contains(w) || ListWords.Contains(w)) ? Noise.Role : null;
    }

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
