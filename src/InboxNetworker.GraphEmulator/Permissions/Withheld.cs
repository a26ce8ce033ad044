using System.Collections.Frozen;

namespace InboxNetworker.GraphEmulator.Permissions;

/// <summary>
/// Properties a token may not see. Left out of what is served; refused when asked for by name, which no source settles:
/// the stricter of the two shows a client that asks for too much.
/// </summary>
internal sealed class Withheld
{
    private static readonly Withheld Nothing = new([], search: false);

    private static readonly Withheld OfMessages = new(["body", "bodyPreview", "uniqueBody", "attachments", "extensions", "singleValueExtendedProperties", "multiValueExtendedProperties"], search: true);

    private static readonly Withheld OfEvents = new(["body", "bodyPreview", "attachments", "extensions", "singleValueExtendedProperties", "multiValueExtendedProperties"], search: false);

    private readonly FrozenSet<string> _properties;
    private readonly bool _search;

    private Withheld(IEnumerable<string> properties, bool search)
    {
        _properties = properties.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _search = search;
    }

    public static Withheld Of(HttpContext http) => http.Features.Get<Withheld>() ?? Nothing;

    public static Withheld From(string operation, Grant grant)
    {
        var parts = operation.Split('/');
        return parts.Contains("messages") && grant.IsBasic("Mail") ? OfMessages
            : (parts.Contains("events") || parts.Contains("calendarview")) && grant.IsBasic("Calendars") ? OfEvents
            : Nothing;
    }

    public bool Contains(string property) => _properties.Count > 0 && _properties.Contains(property);

    public bool IsAskedFor(IQueryCollection query)
    {
        if (_properties.Count == 0)
        {
            return false;
        }

        return (_search && query.ContainsKey("$search")) || Names(query, "$select") || Names(query, "$expand");
    }

    /// <summary>An expansion may carry options of its own: <c>attachments($select=name)</c>; a path may lead into a property: <c>body/content</c>.</summary>
    private bool Names(IQueryCollection query, string option) =>
        query[option].ToString().Split(',', StringSplitOptions.TrimEntries).Any(n => _properties.Contains(n.Split('(', '/')[0].Trim()));
}
