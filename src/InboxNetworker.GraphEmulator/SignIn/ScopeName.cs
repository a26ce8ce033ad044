using System.Diagnostics.CodeAnalysis;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>One permission of one resource.</summary>
/// <param name="Resource">Null for Microsoft Graph.</param>
internal sealed record ScopeName(TenantApp? Resource, string Name)
{
    public const string Default = ".default";
    public const string GraphUri = "https://graph.microsoft.com";
    public const string GraphId = "00000003-0000-0000-c000-000000000000";

    /// <summary>What consents are kept by.</summary>
    public string Key => $"{Resource?.ClientId}/{Name}".ToUpperInvariant();

    public bool IsDefault => Name == Default;

    public static bool TryParse(string text, TenantDirectory directory, [NotNullWhen(true)] out ScopeName? scope, [NotNullWhen(false)] out SignInError? error)
    {
        (scope, error) = (null, null);
        var slash = text.LastIndexOf('/');
        var (prefix, name) = slash < 0 ? (GraphUri, text) : (text[..slash], text[(slash + 1)..]);

        // A resource whose identifier ends in a slash is named with two of them.
        prefix = prefix.TrimEnd('/');
        if (prefix.Equals(GraphUri, StringComparison.OrdinalIgnoreCase) || prefix.Equals(GraphId, StringComparison.OrdinalIgnoreCase))
        {
            scope = new ScopeName(null, name);
            return true;
        }

        var app = directory.Options.Apps.FirstOrDefault(a => a.Uri.Equals(prefix, StringComparison.OrdinalIgnoreCase) || a.ClientId.Equals(prefix, StringComparison.OrdinalIgnoreCase));
        if (app is null)
        {
            error = new SignInError(400, "invalid_resource", 500011, $"The resource principal named {prefix} was not found in the tenant named {directory.Options.Name}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.");
            return false;
        }

        if (name != Default && !app.Scopes.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            error = new SignInError(400, "invalid_client", 650053, $"The application asked for scope '{name}' that doesn't exist on the resource '{app.ClientId}'. Contact the app vendor.");
            return false;
        }

        scope = new ScopeName(app, name);
        return true;
    }
}

/// <summary>What one request asks for.</summary>
/// <param name="OpenId">Those of <c>openid profile email offline_access</c> that were named.</param>
/// <param name="LongNames">Whether Graph's permissions were named with the resource before them; the answer names them the same way.</param>
internal sealed record AskedScopes(IReadOnlyList<string> OpenId, IReadOnlyList<ScopeName> Names, bool LongNames)
{
    private static readonly string[] OfOpenId = ["openid", "profile", "email", "offline_access"];

    public bool IsFor(string openIdScope) => OpenId.Contains(openIdScope, StringComparer.OrdinalIgnoreCase);

    /// <summary>The resource the access token is for; null for Graph, which is also meant where none is named.</summary>
    public TenantApp? Resource => Names.Count > 0 ? Names[0].Resource : null;

    public static bool TryParse(string? text, TenantDirectory directory, [NotNullWhen(true)] out AskedScopes? asked, [NotNullWhen(false)] out SignInError? error)
    {
        (asked, error) = (null, null);
        var openId = new List<string>();
        var names = new List<ScopeName>();
        var longNames = false;
        foreach (var part in (text ?? "").Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (OfOpenId.Contains(part, StringComparer.OrdinalIgnoreCase))
            {
                openId.Add(part);
                continue;
            }

            if (!ScopeName.TryParse(part, directory, out var name, out error))
            {
                return false;
            }

            names.Add(name);
            longNames |= name.Resource is null && part.Contains('/', StringComparison.Ordinal);
        }

        if (openId.Count + names.Count == 0)
        {
            error = SignInError.Missing("scope");
            return false;
        }

        if (names.Any(n => n.IsDefault) && names.Count > 1)
        {
            error = new SignInError(400, "invalid_scope", 70011, $"The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {text} is not valid. .default scope can't be combined with resource-specific scopes.");
            return false;
        }

        asked = new AskedScopes(openId, names, longNames);
        return true;
    }

    /// <summary>What has to be consented to: <c>.default</c> stands for what the registration lists of the resource.</summary>
    public IEnumerable<ScopeName> ToConsent(TenantApp app, TenantDirectory directory) => Names.SelectMany(n => n.IsDefault
        ? app.RequiredScopes.Select(s => ScopeName.TryParse(s, directory, out var required, out _) ? required : null).OfType<ScopeName>().Where(s => s.Resource == n.Resource)
        : [n]);

    /// <summary>The applications whose own permissions are asked for on the same page, with what they still lack.</summary>
    public IEnumerable<(TenantApp App, IReadOnlyList<ScopeName> Lacks)> Behind(TenantUser user, TenantApp client, TenantDirectory directory) =>
        from name in Names
        let app = name.Resource
        where name.IsDefault && app is not null && app.KnownClientApplications.Contains(client.ClientId, StringComparer.OrdinalIgnoreCase)
        let lacks = app.RequiredScopes.Select(directory.Named).Where(s => !directory.HasConsented(user, app, s)).ToList()
        where lacks.Count > 0
        select (app, (IReadOnlyList<ScopeName>)lacks);

    /// <summary>Those the user has not allowed the application. <c>.default</c> is satisfied with any consent at all.</summary>
    public IReadOnlyList<ScopeName> Missing(TenantUser user, TenantApp app, TenantDirectory directory) => [.. Names.Where(n => n.IsDefault
        ? directory.Consented(user, app, n.Resource).Count == 0
        : !directory.HasConsented(user, app, n))];
}
