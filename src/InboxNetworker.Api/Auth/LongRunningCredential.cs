using System.Security.Cryptography;
using Azure.Core;
using Azure.Identity;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Identity.Client;
using AzureToken = Azure.Core.AccessToken;

namespace InboxNetworker.Api.Auth;

/// <summary>
/// Graph tokens on behalf of one user, also when that user has closed Outlook: the long-running on-behalf-of flow
/// (https://learn.microsoft.com/entra/msal/dotnet/acquiring-tokens/web-apps-apis/on-behalf-of-flow#long-running-obo-processes).
/// What it needs for that is kept in the store, encrypted, in the one row of this mailbox.
/// </summary>
#pragma warning disable CA1001 // Requests ask for it, and would dispose of what is the mailbox's; a semaphore whose handle is never taken holds nothing.
internal sealed class LongRunningCredential : TokenCredential
#pragma warning restore CA1001
{
    private const string Purpose = "InboxNetworker.SignIn";

    private readonly CurrentMailbox _mailbox;
    private readonly AccountBoard _board;
    private readonly IDbContextFactory<NetworkContext> _contexts;
    private readonly TimeProvider _time;
    private readonly ProgramIdentity _identity;
    private readonly IDataProtector _protector;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IConfidentialClientApplication? _application;
    private byte[] _tokens = [];

    public LongRunningCredential(
        CurrentMailbox mailbox, AccountBoard board, IDbContextFactory<NetworkContext> contexts, ProgramIdentity identity, IDataProtectionProvider protection, TimeProvider time)
    {
        (_mailbox, _board, _contexts, _identity, _time) = (mailbox, board, contexts, identity, time);
        _protector = protection.CreateProtector(Purpose, mailbox.Key); // one user's row opens nothing of another's
    }

    /// <summary>The user is here, with a token for this Api.</summary>
    /// <param name="tenantId">Of the token.</param>
    /// <param name="further">Permissions beyond the least ones.</param>
    /// <exception cref="MsalException">Consent is missing, or the sign-in service does not let this user in.</exception>
    public async Task SignInAsync(string tenantId, string token, IEnumerable<string> further, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var application = Application(tenantId, []);
            var key = _mailbox.Key;
            var result = await ((ILongRunningWebApi)application)
                .InitiateLongRunningProcessInWebApi([.. GraphPermissions.Least, .. further.Select(GraphPermissions.Scope)], token, ref key)
                .ExecuteAsync(cancellation).ConfigureAwait(false);
            _application = application;
            Granted(result);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes down what the sign-in brought, once the mailbox is known to the store.</summary>
    public Task KeepAsync(string tenantId, CancellationToken cancellation) => _contexts.UseAsync(
        db => db.KeepSignInAsync(_mailbox.Id, tenantId, _protector.Protect(_tokens), _time.GetUtcNow(), cancellation), cancellation);

    /// <summary>From now on there is no token, until the user is here again.</summary>
    public void Forget()
    {
        (_application, _tokens) = (null, []);
        _board.Granted.Clear();
        _board.Account = Account.SignedOut;
    }

    public override AzureToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Tokens are asked for asynchronously.");

    public override async ValueTask<AzureToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _application ??= await LoadAsync(cancellationToken).ConfigureAwait(false);
            var result = await ((ILongRunningWebApi)_application).AcquireTokenInLongRunningProcess(GraphPermissions.Least, _mailbox.Key)
                .WithForceRefresh(requestContext.Claims is not null)
                .ExecuteAsync(cancellationToken).ConfigureAwait(false);
            Granted(result);
            return new AzureToken(result.AccessToken, result.ExpiresOn);
        }
        catch (MsalException refused)
        {
            throw Refused(SignInProblem.CodeOf(refused), refused);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What trying again cannot mend is for the owner to see, and to sign in anew.</summary>
    private AuthenticationFailedException Refused(string code, Exception? cause)
    {
        if (SignInProblem.IsFinal(code) && code != SignInProblem.SignedOut)
        {
            _board.Account = new Account(SessionState.SignedOut, null, SessionProblem.Of(code));
        }

        return new AuthenticationFailedException(code, cause);
    }

    private void Granted(AuthenticationResult result)
    {
        _board.Granted.Clear();
        _board.Granted.Add(result.Scopes);
    }

    private async Task<IConfidentialClientApplication> LoadAsync(CancellationToken cancellation)
    {
        var kept = await _contexts.UseAsync(db => db.SignInAsync(_mailbox.Key, cancellation), cancellation).ConfigureAwait(false)
            ?? throw new AuthenticationFailedException(SignInProblem.SignedOut);
        try
        {
            return Application(kept.TenantId, _protector.Unprotect(kept.Tokens));
        }
        catch (CryptographicException unreadable)
        {
            throw Refused("KeysLost", unreadable); // the keys were changed; the user's next visit mends it
        }
    }

    private IConfidentialClientApplication Application(string tenantId, byte[] tokens)
    {
        var application = _identity.Application(tenantId);
        _tokens = tokens;
        application.UserTokenCache.SetBeforeAccess(access => access.TokenCache.DeserializeMsalV3(_tokens, shouldClearExistingCache: true));
        application.UserTokenCache.SetAfterAccessAsync(async access =>
        {
            if (access.HasStateChanged)
            {
                _tokens = access.TokenCache.SerializeMsalV3();
                await _contexts.UseAsync(db => db.RenewSignInAsync(_mailbox.Id, _protector.Protect(_tokens), CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
            }
        });
        return application;
    }
}
