using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InboxNetworker.GraphEmulator.Permissions;

/// <summary>What one operation accepts; any one permission is enough.</summary>
internal sealed record Accepted(FrozenSet<string> Delegated, FrozenSet<string> Application);

/// <summary>Which operation accepts which permission, out of Microsoft's published list (see Metadata/).</summary>
internal sealed partial class PermissionTable
{
    /// <summary>What the list names by another path only, or not at all: a move takes what a change takes.</summary>
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["GET /me/calendarview"] = "GET /me/calendar/calendarview",
        ["POST /me/messages/{id}/move"] = "PATCH /me/messages/{id}",
        ["GET /me/photo/$value"] = "GET /me/photo",
        ["GET /users/{id}/photo/$value"] = "GET /users/{id}/photo",
        ["GET /me/contacts/{id}/photo"] = "GET /me/contacts/{id}",
        ["GET /me/contacts/{id}/photo/$value"] = "GET /me/contacts/{id}",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, Accepted> _operations;

    private PermissionTable(FrozenDictionary<string, Accepted> operations) => _operations = operations;

    public static PermissionTable Load()
    {
        using var stream = typeof(PermissionTable).Assembly.GetManifestResourceStream("permissions-subset.json")!;
        using var document = JsonDocument.Parse(stream);
        return new PermissionTable(document.RootElement.GetProperty("operations").EnumerateObject().ToFrozenDictionary(
            o => o.Name,
            o => new Accepted(Names(o.Value, "DelegatedWork", "DelegatedPersonal"), Names(o.Value, "Application"))));
    }

    /// <summary>As the list writes it: <c>GET /me/mailfolders/{id}/messages</c>.</summary>
    /// <param name="route">As it is mapped: <c>/v1.0/me/mailFolders/{folder}/messages</c>.</param>
    public static string Operation(string method, string route)
    {
        var path = Parameter().Replace(route, "{id}").TrimEnd('/');
        return $"{method} {(path.StartsWith("/v1.0", StringComparison.Ordinal) ? path["/v1.0".Length..] : path).ToLowerInvariant()}";
    }

    /// <summary>Null for an operation the list does not know.</summary>
    public Accepted? Find(string operation) => _operations.GetValueOrDefault(Aliases.GetValueOrDefault(operation, operation));

    /// <summary>The star marks the least privileged permission, which makes no difference to a token.</summary>
    private static FrozenSet<string> Names(JsonElement operation, params ReadOnlySpan<string> columns)
    {
        var names = new List<string>();
        foreach (var column in columns)
        {
            if (operation.TryGetProperty(column, out var listed))
            {
                names.AddRange(listed.EnumerateArray().Select(n => n.GetString()!.TrimEnd('*')));
            }
        }

        return names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
