using System.Collections.Concurrent;

namespace InboxNetworker.Api.Hosting;

/// <summary>
/// What the program holds of one mailbox while it runs: its connection, its place on the boards. One mailbox's session knows nothing of another's.
/// </summary>
/// <param name="Key">In a local mode there is one, named after the mode; in an organisation it is the owner's object id in the directory.</param>
internal sealed class MailboxSession : IDisposable
{
    private readonly IServiceScope _scope;
    private readonly ConcurrentDictionary<Type, Lazy<object>> _parts = new();

    public MailboxSession(string key, IServiceScopeFactory scopes)
    {
        Key = key;
        _scope = scopes.CreateScope();
        _scope.ServiceProvider.GetRequiredService<ChosenSession>().Session = this;
    }

    public string Key { get; }

    /// <summary>Every part of this mailbox, for work that no request is about.</summary>
    public IServiceProvider Services => _scope.ServiceProvider;

    /// <summary>The same each time.</summary>
    public T Part<T>(Func<IServiceProvider, T> make)
        where T : class => (T)_parts.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(Services))).Value;

    public void Dispose() => _scope.Dispose();
}

/// <summary>The mailboxes the program works for, each opened once.</summary>
internal sealed class MailboxSessions(IServiceScopeFactory scopes) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<MailboxSession>> _sessions = new(StringComparer.Ordinal);

    public MailboxSession Of(string key) => _sessions.GetOrAdd(key, k => new Lazy<MailboxSession>(() => new MailboxSession(k, scopes))).Value;

    public void Dispose()
    {
        foreach (var session in _sessions.Values.Where(s => s.IsValueCreated))
        {
            session.Value.Dispose();
        }
    }
}

/// <summary>Which mailbox a request is about. In a local mode it is the one there is; in an organisation nobody's, until the caller is known.</summary>
internal sealed class ChosenSession(MailboxSessions sessions, Settings settings)
{
    private MailboxSession? _session;

    /// <exception cref="InvalidOperationException">Asked for where nobody signed in: a bug, which must not show anybody's mailbox.</exception>
    public MailboxSession Session
    {
        get => _session ??= settings.Mode.IsLocal() ? sessions.Of(settings.Mode.ToString()) : throw new InvalidOperationException("No mailbox was chosen for this request.");
        set => _session = value;
    }
}

internal static class MailboxSessionSetup
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailboxSessions>();
        builder.Services.AddScoped<ChosenSession>();
        builder.Services.AddForMailbox(services => new CurrentMailbox(services.GetRequiredService<ChosenSession>().Session.Key, isOwnersId: !services.GetRequiredService<Settings>().Mode.IsLocal()));
    }

    /// <summary>One for each mailbox: whoever asks for it gets the one of the mailbox the request, or the work, is about.</summary>
    /// <remarks>What is disposable may be asked for by other parts of a mailbox alone: a request would dispose of what is not its own.</remarks>
    public static void AddForMailbox<T>(this IServiceCollection services, Func<IServiceProvider, T>? make = null)
        where T : class => services.AddScoped(request => request.GetRequiredService<ChosenSession>().Session.Part(make ?? (own => ActivatorUtilities.CreateInstance<T>(own))));
}
