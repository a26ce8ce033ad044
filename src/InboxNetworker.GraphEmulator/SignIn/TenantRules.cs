namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>What an organisation has to be like.</summary>
internal static class TenantRules
{
    /// <summary>Null when nothing is wrong.</summary>
    public static string? Problem(TenantOptions options) =>
        options.Users.Count == 0 ? "A tenant needs at least one user."
        : !Guid.TryParse(options.TenantId, out _) ? $"The tenant id '{options.TenantId}' is no guid."
        : options.Users.FirstOrDefault(u => !Guid.TryParse(u.Oid, out _)) is { } user ? $"The object id '{user.Oid}' is no guid."
        : options.Apps.FirstOrDefault(a => !Guid.TryParse(a.ClientId, out _)) is { } app ? $"The client id '{app.ClientId}' is no guid."
        : (Repeated(options.Users.Select(u => u.Oid)) ?? Repeated(options.Users.Select(u => u.Upn))) is { } twice ? $"Two users are called '{twice}'."
        : Repeated(options.Apps.Select(a => a.ClientId)) is { } client ? $"Two applications have the client id '{client}'."
        : options.AccessTokenLifetime < TimeSpan.FromMinutes(1) ? $"Access tokens live {options.AccessTokenLifetime}; the least is one minute."
        : null;

    private static string? Repeated(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any())?.Key;
}
