namespace InboxNetworker.Graph;

public enum GraphProblemKind
{
    /// <summary>The sign-in is missing or has run out.</summary>
    SignIn,

    /// <summary>A permission is missing.</summary>
    Permission,

    /// <summary>The asked thing does not exist (any more).</summary>
    NotFound,

    /// <summary>The place to go on from is no longer known: begin that folder again.</summary>
    SyncStateLost,

    /// <summary>Too busy, or out of reach: later may do.</summary>
    Unavailable,

    /// <summary>The service did not understand the request.</summary>
    Refused,
}

/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do.</param>
/// <param name="Code">The service's own word, as <c>ErrorAccessDenied</c>; holds nothing of the mailbox.</param>
public sealed record GraphProblem(GraphProblemKind Kind, string Title, string Detail, string Code)
{
    /// <summary>Which one is missing, as <c>Mail.Send</c>; null where that is not what is wrong.</summary>
    public string? Permission { get; init; }

    /// <summary>What the sign-in service demands of the next sign-in, in its own words for the sign-in library; null where it demands nothing.</summary>
    public string? Claims { get; init; }

    /// <param name="status">0 when no answer came at all.</param>
    /// <param name="permission">What the request needs, as <c>Mail.ReadBasic</c>.</param>
    internal static GraphProblem Of(int status, string code, string permission) => (status, code) switch
    {
        (410, _) or (>= 400 and < 500, "SyncStateNotFound" or "SyncStateInvalid" or "resyncRequired" or "syncStateNotFound" or "syncStateInvalid") =>
            new(GraphProblemKind.SyncStateLost, "A folder has to be read again", "This happens by itself; nothing needs doing.", code),
        (401, _) => SignInProblem.Of(code),
        (403, _) => new(GraphProblemKind.Permission, $"The permission {permission} is missing", ToAllow(permission), code) { Permission = permission },
        (404, _) => new(GraphProblemKind.NotFound, "This is no longer in the mailbox", "Read the mailbox again to bring the list up to date.", code),
        (0 or 429 or >= 500, _) => new(GraphProblemKind.Unavailable, "Microsoft 365 cannot be reached right now", "Nothing is lost; reading goes on with the next try.", code),
        _ => new(GraphProblemKind.Refused, "Microsoft 365 did not accept the request", $"Try again; if it happens again, report this code: {code}.", code),
    };

    private static string ToAllow(string permission) => GraphPermissions.Find(permission) switch
    {
        { Always: false, ByAdministrator: false } => $"Allow {permission} in Settings, or ask your administrator to, then try again.",
        _ => $"Ask your administrator to allow {permission} for InboxNetworker, then read again.",
    };
}

/// <summary>What came back: a value or a problem.</summary>
public readonly record struct GraphAnswer<T>(T? Value, GraphProblem? Problem)
    where T : class
{
    /// <summary>The same problem where another kind of value was hoped for.</summary>
    internal GraphAnswer<TOther> As<TOther>()
        where TOther : class => new(null, Problem);
}
