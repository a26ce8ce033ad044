using InboxNetworker.Graph;

namespace InboxNetworker.Api.Auth;

public enum SessionState
{
    /// <summary>Nobody's mailbox can be read until somebody signs in.</summary>
    SignedOut,

    /// <summary>A code or a browser window waits for the owner.</summary>
    Waiting,

    SignedIn,
}

/// <param name="UserCode">To type in.</param>
/// <param name="Address">Where.</param>
public sealed record DeviceCode(string UserCode, Uri Address, DateTimeOffset ExpiresAt);

/// <param name="Code">Null unless one waits.</param>
/// <param name="Problem">Why the last attempt did not go through; null when it did.</param>
internal sealed record Account(SessionState State, DeviceCode? Code, SessionProblem? Problem)
{
    public static readonly Account SignedOut = new(SessionState.SignedOut, null, null);
}

/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do.</param>
public sealed record SessionProblem(string Title, string Detail)
{
    /// <param name="code"><see cref="SignInProblem.CodeOf"/>.</param>
    public static SessionProblem Of(string code)
    {
        var problem = SignInProblem.Of(code);
        return new(problem.Title, problem.Detail);
    }
}

/// <summary>Whether the owner of a mailbox is signed in, and what they have allowed.</summary>
internal sealed class AccountBoard(GrantedPermissions granted)
{
    private Account _account = Account.SignedOut;

    public Account Account
    {
        get => Volatile.Read(ref _account);
        set => Volatile.Write(ref _account, value);
    }

    public GrantedPermissions Granted => granted;
}
