using System.Security.Cryptography.X509Certificates;
using InboxNetworker.GraphEmulator.SignIn.Grants;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>An organisation on this computer until disposed: a sign-in service over https, and Graph over http for everybody's mailbox.</summary>
public sealed class EmulatedTenant : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _served;
    private readonly IReadOnlyDictionary<string, GraphEmulatorHost> _mailboxes;

    private EmulatedTenant(WebApplication app, X509Certificate2 served, IReadOnlyDictionary<string, GraphEmulatorHost> mailboxes)
    {
        (_app, _served, _mailboxes) = (app, served, mailboxes);
        Authority = new Uri(app.Urls.Single(u => u.StartsWith("https:", StringComparison.Ordinal)).TrimEnd('/') + "/");
        GraphAddress = new Uri(app.Urls.Single(u => u.StartsWith("http:", StringComparison.Ordinal)).TrimEnd('/') + "/");
        Certificate = X509CertificateLoader.LoadCertificate(served.RawData);
    }

    /// <summary>Root of the sign-in service; the authority of the tenant is its id below it.</summary>
    public Uri Authority { get; }

    /// <summary>Root of Graph; the service root is <c>v1.0</c> below it.</summary>
    public Uri GraphAddress { get; }

    public string TenantId => Directory.TenantId;

    /// <summary>What the https endpoint shows; signed by itself, the public part.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Mints tokens for tests.</summary>
    public TokenMint Tokens => _app.Services.GetRequiredService<TokenMint>();

    /// <summary>The newest requests to the sign-in service, oldest first.</summary>
    public IReadOnlyList<ReceivedTokenRequest> Requests => _app.Services.GetRequiredService<SignInLog>().Snapshot();

    private TenantDirectory Directory => _app.Services.GetRequiredService<TenantDirectory>();

    /// <exception cref="ArgumentException">There is no user, an id is no guid, or two users share an id or a name.</exception>
    /// <exception cref="IOException">A port is in use.</exception>
    public static async Task<EmulatedTenant> StartAsync(TenantOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (TenantRules.Problem(options) is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        var certificate = TestCertificate.Create();
        var directory = new TenantDirectory(options);
        var mailboxes = await TenantMailboxes.StartAsync(options, cancellationToken);
        var app = TenantServer.Build(options, directory, certificate);
        var door = new GraphDoor(directory, app.Services.GetRequiredService<TokenReading>(), mailboxes);
        foreach (var mailbox in mailboxes.Values)
        {
            mailbox.EnterBy(door.Serve);
        }

        TenantServer.Map(app, door);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            await TenantMailboxes.StopAsync(mailboxes.Values);
            throw;
        }

        var tenant = new EmulatedTenant(app, certificate, mailboxes);
        directory.Authority = tenant.Authority.ToString();
        return tenant;
    }

    /// <summary>Trusts <see cref="Certificate"/> and no other, and reaches nothing but this computer.</summary>
    public HttpMessageHandler CreateHandler() => TenantHandler.Create(Certificate, Authority);

    /// <summary>The mailbox of a user: change it, have it fail, see what was asked of it.</summary>
    public GraphEmulatorHost Mailbox(TenantUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _mailboxes[user.Oid];
    }

    /// <summary>As if the user had accepted.</summary>
    /// <param name="scopes">Graph's permissions by their short names, others such as <c>api://…/access_as_user</c>.</param>
    public void Consent(TenantUser user, TenantApp app, params IEnumerable<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(app);
        Directory.Consent(user, app, [.. scopes.Select(Directory.Named)]);
    }

    /// <summary>As if an administrator had accepted for everybody.</summary>
    public void ConsentForEverybody(TenantApp app, params IEnumerable<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(app);
        Directory.Consent(null, app, [.. scopes.Select(Directory.Named)]);
    }

    /// <summary>Tokens given out go on to their end; new ones are refused.</summary>
    /// <param name="scope">Null for all of them.</param>
    public void RevokeConsent(TenantUser user, TenantApp app, string? scope = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(app);
        Directory.RevokeConsent(user, app, scope);
    }

    /// <summary>What was signed in before is refused from now on (AADSTS50173).</summary>
    public void RevokeSessions(TenantUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        Directory.RevokeSessions(user);
    }

    /// <summary>What was signed in before is no longer enough (AADSTS50076, with the claims to sign in anew with); a new sign-in is.</summary>
    public void DemandSecondFactor(TenantUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        Directory.DemandSecondFactor(user);
    }

    /// <summary>The user may not sign in any more (AADSTS50057), until enabled.</summary>
    public void DisableUser(TenantUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        Directory.Disable(user);
    }

    public void EnableUser(TenantUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        Directory.Enable(user);
    }

    /// <summary>The user and the mailbox are gone (AADSTS50034; Graph answers 404).</summary>
    public void DeleteUser(TenantUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        Directory.Delete(user);
        foreach (var mailbox in _mailboxes.Values)
        {
            mailbox.RemoveUser(Guid.Parse(user.Oid));
        }
    }

    /// <summary>Signs with a new key from now on.</summary>
    /// <param name="withdrawOld">Whether the keys so far are no longer published: tokens they signed are worthless.</param>
    public void RollKeys(bool withdrawOld = false) => _app.Services.GetRequiredService<SigningKeys>().Roll(withdrawOld);

    /// <summary>As if the user had entered the code of a device and accepted. False when no device waits with that code.</summary>
    public bool ApproveDevice(string userCode, TenantUser user)
    {
        ArgumentNullException.ThrowIfNull(userCode);
        ArgumentNullException.ThrowIfNull(user);
        var devices = _app.Services.GetRequiredService<DeviceCodes>();
        if (!devices.TryFind(userCode, out var device))
        {
            return false;
        }

        Directory.Consent(user, device.Client, device.Scopes.ToConsent(device.Client, Directory));
        devices.Decide(device, Directory.SignIn(user));
        return true;
    }

    /// <summary>Serves until the token is cancelled.</summary>
    public Task RunUntilAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await TenantMailboxes.StopAsync(_mailboxes.Values);
        _served.Dispose();
        Certificate.Dispose();
    }
}
