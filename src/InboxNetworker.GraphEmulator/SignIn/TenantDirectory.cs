using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>That somebody signed in, once; tokens made out of it die with it.</summary>
internal sealed class Session(string id, TenantUser user, DateTimeOffset since)
{
    private DateTimeOffset? _revoked;

    public string Id { get; } = id;

    public TenantUser User { get; } = user;

    public DateTimeOffset Since { get; } = since;

    public DateTimeOffset? RevokedAt => _revoked;

    /// <summary>Whether more than this sign-in is asked for by now: a second factor.</summary>
    public bool IsTooWeak { get; private set; }

    public void Revoke(DateTimeOffset now) => _revoked ??= now;

    public void Weaken() => IsTooWeak = true;
}

/// <summary>What the organisation knows: users, applications, consents and who is signed in.</summary>
internal sealed class TenantDirectory(TenantOptions options)
{
    /// <summary>An administrator's consent, for everybody.</summary>
    private const string Everybody = "*";

    private readonly Lock _changing = new();
    private readonly Dictionary<(string User, string Client, string Scope), ScopeName> _consents = [];
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _disabled = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _deleted = new(StringComparer.OrdinalIgnoreCase);

    public string TenantId => options.TenantId;

    public TenantOptions Options => options;

    /// <summary>Known once the server listens.</summary>
    public string Authority { get; set; } = "";

    public string Issuer => $"{Authority}{TenantId}/v2.0";

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Those who have not been deleted.</summary>
    public IReadOnlyList<TenantUser> Users
    {
        get
        {
            lock (_changing)
            {
                return [.. options.Users.Where(u => !_deleted.Contains(u.Oid))];
            }
        }
    }

    /// <summary>By object id or name.</summary>
    public bool TryFindUser(string? idOrName, [NotNullWhen(true)] out TenantUser? user)
    {
        user = Users.FirstOrDefault(u => string.Equals(u.Oid, idOrName, StringComparison.OrdinalIgnoreCase) || string.Equals(u.Upn, idOrName, StringComparison.OrdinalIgnoreCase));
        return user is not null;
    }

    public bool TryFindApp(string? clientId, [NotNullWhen(true)] out TenantApp? app)
    {
        app = options.Apps.FirstOrDefault(a => string.Equals(a.ClientId, clientId, StringComparison.OrdinalIgnoreCase));
        return app is not null;
    }

    /// <param name="user">Null for everybody.</param>
    public void Consent(TenantUser? user, TenantApp app, IEnumerable<ScopeName> scopes)
    {
        lock (_changing)
        {
            foreach (var name in scopes)
            {
                _consents[(user?.Oid ?? Everybody, app.ClientId, name.Key)] = name;
            }
        }
    }

    /// <param name="scope">Null for all of them.</param>
    public void RevokeConsent(TenantUser user, TenantApp app, string? scope)
    {
        lock (_changing)
        {
            foreach (var key in _consents.Keys.Where(c => (c.User == user.Oid || c.User == Everybody) && c.Client == app.ClientId && (scope is null || c.Scope == Named(scope).Key)).ToList())
            {
                _consents.Remove(key);
            }
        }
    }

    public bool HasConsented(TenantUser user, TenantApp app, ScopeName scope)
    {
        if (scope.Resource is { } resource && resource.PreAuthorizedClients.Contains(app.ClientId, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        lock (_changing)
        {
            return _consents.ContainsKey((user.Oid, app.ClientId, scope.Key)) || _consents.ContainsKey((Everybody, app.ClientId, scope.Key));
        }
    }

    /// <summary>The names of the scopes of <paramref name="resource"/> (null for Graph) the user allows the application.</summary>
    public IReadOnlyList<string> Consented(TenantUser user, TenantApp app, TenantApp? resource)
    {
        if (resource is not null)
        {
            return [.. resource.Scopes.Where(s => HasConsented(user, app, new ScopeName(resource, s)))];
        }

        lock (_changing)
        {
            return [.. _consents.Where(c => (c.Key.User == user.Oid || c.Key.User == Everybody) && c.Key.Client == app.ClientId && c.Value.Resource is null)
                .Select(c => c.Value.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        }
    }

    public Session SignIn(TenantUser user)
    {
        var session = new Session(Guid.NewGuid().ToString(), user, Now);
        lock (_changing)
        {
            _sessions[session.Id] = session;
        }

        return session;
    }

    public bool TryFindSession(string? id, [NotNullWhen(true)] out Session? session)
    {
        lock (_changing)
        {
            return _sessions.TryGetValue(id ?? "", out session);
        }
    }

    public void RevokeSessions(TenantUser user)
    {
        lock (_changing)
        {
            foreach (var session in _sessions.Values.Where(s => s.User.Oid == user.Oid))
            {
                session.Revoke(Now);
            }
        }
    }

    public void DemandSecondFactor(TenantUser user)
    {
        lock (_changing)
        {
            foreach (var session in _sessions.Values.Where(s => s.User.Oid == user.Oid))
            {
                session.Weaken();
            }
        }
    }

    public void Disable(TenantUser user)
    {
        lock (_changing)
        {
            _disabled.Add(user.Oid);
        }
    }

    public void Enable(TenantUser user)
    {
        lock (_changing)
        {
            _disabled.Remove(user.Oid);
        }
    }

    public void Delete(TenantUser user)
    {
        lock (_changing)
        {
            _deleted.Add(user.Oid);
        }
    }

    /// <summary>Why the user may not sign in, null when they may.</summary>
    public SignInError? Refusal(TenantUser user)
    {
        lock (_changing)
        {
            return _deleted.Contains(user.Oid)
                ? SignInError.InvalidGrant(50034, $"The user account {{EUII Hidden}} does not exist in the {TenantId} directory. To sign into this application, the account must be added to the directory.")
                : _disabled.Contains(user.Oid) ? SignInError.InvalidGrant(50057, "The user account is disabled.") : null;
        }
    }

    /// <summary>Why nothing more comes out of this session, null when it lives.</summary>
    public SignInError? Refusal(Session session) => Refusal(session.User) ?? (session.RevokedAt is { } revoked
        ? SignInError.InvalidGrant(
            50173,
            "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. " +
            $"The grant was issued on '{Precise(session.Since)}' and the TokensValidFrom date (before which tokens are not valid) for this user is '{Precise(revoked)}'.")
        : session.IsTooWeak ? SignInError.SecondFactor : null);

    private static string Precise(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <exception cref="ArgumentException">Nobody exposes such a scope.</exception>
    public ScopeName Named(string scope) => ScopeName.TryParse(scope, this, out var name, out var error) ? name : throw new ArgumentException(error.Message, nameof(scope));
}
