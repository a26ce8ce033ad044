using System.Collections.Frozen;

namespace InboxNetworker.GraphEmulator.Permissions;

internal enum GrantKind
{
    /// <summary>Not told by the token: its names may be of either kind.</summary>
    Unknown,

    /// <summary>On behalf of a user (<c>scp</c>).</summary>
    Delegated,

    /// <summary>As the application itself (<c>roles</c>).</summary>
    Application,
}

/// <summary>What a token allows.</summary>
/// <param name="Scopes">Null for everything.</param>
internal sealed record Grant(FrozenSet<string>? Scopes, GrantKind Kind)
{
    public static Grant Everything { get; } = new(null, GrantKind.Unknown);

    /// <param name="scopes">Separated by spaces; null for everything, empty for nothing.</param>
    public static Grant Parse(string? scopes) =>
        scopes is null ? Everything : Of(scopes.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), GrantKind.Unknown);

    public static Grant Of(IEnumerable<string> scopes, GrantKind kind) => new(scopes.ToFrozenSet(StringComparer.OrdinalIgnoreCase), kind);

    /// <summary>What the token of this request allows.</summary>
    public static Grant Of(HttpContext http) => http.Features.Get<Grant>() ?? Everything;

    public bool Allows(Accepted accepted) => Kind switch
    {
        GrantKind.Delegated => Any(accepted.Delegated),
        GrantKind.Application => Any(accepted.Application),
        _ => Any(accepted.Delegated) || Any(accepted.Application),
    };

    public bool Any(IEnumerable<string> scopes) => Scopes is null || scopes.Any(Scopes.Contains);

    /// <summary>Whether of <paramref name="family"/> (<c>Mail</c>, <c>Calendars</c>) no more is granted than its basic reading.</summary>
    public bool IsBasic(string family) =>
        Scopes is not null && !Scopes.Any(s => s.StartsWith(family + ".Read", StringComparison.OrdinalIgnoreCase) && !s.StartsWith(family + ".ReadBasic", StringComparison.OrdinalIgnoreCase));
}

/// <summary>What tokens allow that do not say it themselves; may be changed while the emulator runs.</summary>
internal sealed class OpaqueGrant(string? scopes)
{
    private Grant _grant = Grant.Parse(scopes);

    public Grant Current => Volatile.Read(ref _grant);

    public void Set(string? scopes) => Volatile.Write(ref _grant, Grant.Parse(scopes));
}
