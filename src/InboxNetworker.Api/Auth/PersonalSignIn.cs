using Azure.Core;
using Azure.Identity;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Graph;
using AzureToken = Azure.Core.AccessToken;

namespace InboxNetworker.Api.Auth;

/// <summary>The owner of this computer signs in, in a browser window or with a code; and stays signed in over restarts.</summary>
internal sealed partial class PersonalSignIn(
    Settings settings, ProgramIdentity identity, OwnFolder folder, ProtectedTokenCache cache, AccountBoard board, Arrival arrival, IHostApplicationLifetime lifetime, ILogger<PersonalSignIn> log) : TokenCredential
{
    private const string RecordFile = "sign-in.json";
    private static readonly TimeSpan CodeIsGood = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private TokenCredential? _credential;
    private CancellationTokenSource? _attempt;

    /// <summary>Has signed in once, and not out since.</summary>
    public bool IsKnown => File.Exists(folder.At(RecordFile));

    /// <summary>Begins an attempt in place of one that waits, and comes back when the owner can go on with it: a code is there, or the window is open.</summary>
    /// <param name="further">Permissions beyond the least ones.</param>
    public async Task BeginAsync(IReadOnlyList<string> further, CancellationToken cancellation)
    {
        var attempt = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        lock (_gate)
        {
            _attempt?.Cancel();
            _attempt = attempt;
        }

        var ready = new TaskCompletionSource();
        board.Account = new Account(SessionState.Waiting, null, null);
        _ = Task.Run(() => AttemptAsync(further, ready, attempt.Token), CancellationToken.None);
        if (settings.SignIn.Kind == PersonalSignInKind.DeviceCode)
        {
            await ready.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Nothing is kept of the sign-in, and nothing read any more.</summary>
    public void SignOut()
    {
        lock (_gate)
        {
            _attempt?.Cancel();
            (_credential, _attempt) = (null, null);
            File.Delete(folder.At(RecordFile));
            cache.Delete();
            board.Granted.Clear();
            board.Account = Account.SignedOut;
        }
    }

    public override AzureToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Tokens are asked for asynchronously.");

    public override async ValueTask<AzureToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            var token = await Credential().GetTokenAsync(new TokenRequestContext(GraphPermissions.Least, claims: requestContext.Claims), cancellationToken).ConfigureAwait(false);
            board.Granted.Add(GraphPermissions.Least);
            board.Account = board.Account.State == SessionState.Waiting ? board.Account : new Account(SessionState.SignedIn, null, null);
            return token;
        }
        catch (AuthenticationFailedException refused)
        {
            board.Account = board.Account.State == SessionState.Waiting ? board.Account : new Account(SessionState.SignedOut, null, IsKnown ? SessionProblem.Of(SignInProblem.CodeOf(refused)) : null);
            throw;
        }
    }

    private async Task AttemptAsync(IReadOnlyList<string> further, TaskCompletionSource ready, CancellationToken cancellation)
    {
        try
        {
            var credential = Make(null, ready);
            var scopes = new TokenRequestContext([.. GraphPermissions.Least, .. further.Select(GraphPermissions.Scope)]);
            var record = credential switch
            {
                DeviceCodeCredential code => await code.AuthenticateAsync(scopes, cancellation).ConfigureAwait(false),
                InteractiveBrowserCredential browser => await browser.AuthenticateAsync(scopes, cancellation).ConfigureAwait(false),
                _ => throw new InvalidOperationException("There are two ways to sign in."),
            };
            using var bytes = new MemoryStream();
            await record.SerializeAsync(bytes, cancellation).ConfigureAwait(false);
            lock (_gate)
            {
                cancellation.ThrowIfCancellationRequested();
                OwnFolder.Write(folder.At(RecordFile), bytes.ToArray());
                _credential = credential;
                board.Granted.Add([.. GraphPermissions.Least, .. further]);
                board.Account = new Account(SessionState.SignedIn, null, null);
            }

            await arrival.SignedInAsync(further.Count > 0, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Another attempt took its place, the owner signed out, or the program ends.
        }
        catch (AuthenticationFailedException refused)
        {
            var code = SignInProblem.CodeOf(refused);
            LogRefused(code);
            board.Account = new Account(IsKnown ? SessionState.SignedIn : SessionState.SignedOut, null, SessionProblem.Of(code));
        }
        finally
        {
            ready.TrySetResult();
        }
    }

    private TokenCredential Credential()
    {
        lock (_gate)
        {
            if (_credential is null)
            {
                if (!IsKnown)
                {
                    throw new AuthenticationFailedException(SignInProblem.SignedOut);
                }

                using var file = File.OpenRead(folder.At(RecordFile));
                _credential = Make(AuthenticationRecord.Deserialize(file), null);
            }

            return _credential;
        }
    }

    private TokenCredential Make(AuthenticationRecord? known, TaskCompletionSource? ready)
    {
        var tenant = settings.SignIn.TenantId ?? SignInSettings.AnyOrganisation;
        return settings.SignIn.Kind == PersonalSignInKind.DeviceCode
            ? new DeviceCodeCredential(new DeviceCodeCredentialOptions
            {
                ClientId = settings.SignIn.ClientId,
                TenantId = tenant,
                AuthorityHost = settings.SignIn.Instance,
                Transport = identity.Transport,
                DisableInstanceDiscovery = identity.WithoutDiscovery,
                DisableAutomaticAuthentication = true,
                AuthenticationRecord = known,
                TokenCachePersistenceOptions = cache,
                DeviceCodeCallback = (code, _) =>
                {
                    Show(code);
                    ready?.TrySetResult();
                    return Task.CompletedTask;
                },
            })
            : new InteractiveBrowserCredential(new InteractiveBrowserCredentialOptions
            {
                ClientId = settings.SignIn.ClientId,
                TenantId = tenant,
                AuthorityHost = settings.SignIn.Instance,
                Transport = identity.Transport,
                DisableInstanceDiscovery = identity.WithoutDiscovery,
                DisableAutomaticAuthentication = true,
                AuthenticationRecord = known,
                TokenCachePersistenceOptions = cache,
            });
    }

    private void Show(DeviceCodeInfo code)
    {
        board.Account = new Account(SessionState.Waiting, new DeviceCode(code.UserCode, code.VerificationUri, code.ExpiresOn), null);
        Console.WriteLine($"To sign in, open {code.VerificationUri} on any device and enter the code {code.UserCode}. It is good for {CodeIsGood.TotalMinutes:N0} minutes.");
    }

    [LoggerMessage(LogLevel.Warning, "A sign-in did not go through ({Code}).")]
    private partial void LogRefused(string code);
}
