using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Identity.Client;

namespace InboxNetworker.Api.Auth;

/// <summary>Whether the mailbox may be read, and what its owner does about it.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this WebApplication app)
    {
        var session = app.MapGroup("/api/session").WithTags("Session");
        session.MapGet("/", Get).WithName("GetSession").AllowAnonymous()
            .WithSummary("The mode, how to sign in, whether the owner is, and which permissions were given. Without a sign-in it says how to sign in, and nothing else.");
        session.MapPost("/sign-in", SignInAsync).WithName("SignIn")
            .WithSummary("Begins a sign-in on this computer; in an organisation, has the mailbox read on behalf of the caller from now on.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        session.MapPost("/sign-out", SignOutAsync).WithName("SignOut")
            .WithSummary("Forgets the sign-in: nothing is read any more. What is stored stays until it is erased.").ProducesProblem(StatusCodes.Status409Conflict);
        session.MapPost("/permissions/{name}", AllowAsync).WithName("AllowPermission")
            .WithSummary("Asks for one further permission; in an organisation, takes up one that the caller has just given.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<SessionView>> Get(HttpContext http, Settings settings, CancellationToken cancellation)
    {
        if (!settings.Mode.IsLocal() && Authentication.OwnerIdOf(http.User) is null)
        {
            return TypedResults.Ok(SessionView.Of(settings, Account.SignedOut, null));
        }

        return TypedResults.Ok(SessionView.Of(settings, await AccountAsync(http.RequestServices, settings, cancellation).ConfigureAwait(false), http.RequestServices.GetRequiredService<GrantedPermissions>()));
    }

    private static Task<Results<Ok<SessionView>, ProblemHttpResult>> SignInAsync(HttpContext http, Settings settings, CancellationToken cancellation) =>
        EnterAsync(http, settings, [], cancellation);

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> AllowAsync(string name, HttpContext http, Settings settings, CancellationToken cancellation) =>
        GraphPermissions.Find(name) is not { } permission
            ? TypedResults.Problem(title: "InboxNetworker never asks for this permission", detail: "GET /api/session lists those it may ask for.", statusCode: StatusCodes.Status404NotFound)
            : settings is { Mode: Mode.Organisation, SignIn.Access: GraphAccess.Application }
                ? TypedResults.Problem(title: $"The permission {permission.Name} is your administrator's to give", detail: "InboxNetworker reads as an application here; what it may do is set for everybody at once.", statusCode: StatusCodes.Status409Conflict)
                : await EnterAsync(http, settings, [permission.Name], cancellation).ConfigureAwait(false);

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> EnterAsync(HttpContext http, Settings settings, IReadOnlyList<string> further, CancellationToken cancellation)
    {
        var parts = http.RequestServices;
        switch (settings.Mode)
        {
            case Mode.Demo:
                return TypedResults.Problem(title: "The preview needs no sign-in", detail: "It shows a sample mailbox, which allows everything.", statusCode: StatusCodes.Status409Conflict);
            case Mode.Personal:
                await parts.GetRequiredService<PersonalSignIn>().BeginAsync(further, cancellation).ConfigureAwait(false);
                break;
            default:
                if (await ComeInAsync(parts, http, settings, further, cancellation).ConfigureAwait(false) is { } problem)
                {
                    return Problems.From(problem);
                }

                break;
        }

        return TypedResults.Ok(SessionView.Of(settings, parts.GetRequiredService<AccountBoard>().Account, parts.GetRequiredService<GrantedPermissions>()));
    }

    private static async Task<GraphProblem?> ComeInAsync(IServiceProvider parts, HttpContext http, Settings settings, IReadOnlyList<string> further, CancellationToken cancellation)
    {
        var credential = settings.SignIn.Access == GraphAccess.Delegated ? parts.GetRequiredService<LongRunningCredential>() : null;
        if (credential is not null)
        {
            try
            {
                await credential.SignInAsync(Authentication.TenantOf(http.User), (await http.GetTokenAsync("access_token").ConfigureAwait(false))!, further, cancellation).ConfigureAwait(false);
            }
            catch (MsalException refused)
            {
                var code = SignInProblem.CodeOf(refused);
                parts.GetRequiredService<AccountBoard>().Account = new Account(SessionState.SignedOut, null, SessionProblem.Of(code));
                return SignInProblem.IsConsent(code)
                    ? SignInProblem.Of(code) with { Kind = GraphProblemKind.Permission, Permission = further.Count > 0 ? further[0] : string.Join(' ', GraphPermissions.All.Where(p => p.Always).Select(p => p.Name)) }
                    : SignInProblem.Of(refused);
            }
        }

        if (await parts.GetRequiredService<Arrival>().SignedInAsync(further.Count > 0, cancellation).ConfigureAwait(false) is { } problem)
        {
            return problem;
        }

        if (credential is not null)
        {
            await credential.KeepAsync(Authentication.TenantOf(http.User), cancellation).ConfigureAwait(false);
        }

        parts.GetRequiredService<AccountBoard>().Account = new Account(SessionState.SignedIn, null, null);
        return null;
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> SignOutAsync(HttpContext http, Settings settings, NetworkContext db, CancellationToken cancellation)
    {
        var parts = http.RequestServices;
        switch (settings)
        {
            case { Mode: Mode.Demo }:
                return TypedResults.Problem(title: "The preview needs no sign-in", detail: "So there is nobody to sign out.", statusCode: StatusCodes.Status409Conflict);
            case { Mode: Mode.Personal }:
                parts.GetRequiredService<PersonalSignIn>().SignOut();
                break;
            case { SignIn.Access: GraphAccess.Application }:
                return TypedResults.Problem(title: "Your administrator lets InboxNetworker read", detail: "Erase what is stored to have it read no more until you come back, or ask your administrator to leave your mailbox out.", statusCode: StatusCodes.Status409Conflict);
            default:
                await db.EndSignInAsync(parts.GetRequiredService<CurrentMailbox>().Id, cancellation).ConfigureAwait(false);
                parts.GetRequiredService<LongRunningCredential>().Forget(); // last, so that nothing loads it again
                break;
        }

        return TypedResults.Ok(SessionView.Of(settings, parts.GetRequiredService<AccountBoard>().Account, parts.GetRequiredService<GrantedPermissions>()));
    }

    /// <summary>After a restart nobody has said anything yet; what is stored says it.</summary>
    private static async Task<Account> AccountAsync(IServiceProvider parts, Settings settings, CancellationToken cancellation)
    {
        var board = parts.GetRequiredService<AccountBoard>();
        var isKnown = settings switch
        {
            { Mode: Mode.Demo } => true,
            { Mode: Mode.Personal } => parts.GetRequiredService<PersonalSignIn>().IsKnown,
            { SignIn.Access: GraphAccess.Application } => parts.GetRequiredService<CurrentMailbox>().Id != 0,
            _ => await parts.GetRequiredService<NetworkContext>().IsSignedInAsync(parts.GetRequiredService<CurrentMailbox>().Id, cancellation).ConfigureAwait(false),
        };
        return board.Account is { State: SessionState.SignedOut, Problem: null } && isKnown ? new Account(SessionState.SignedIn, null, null) : board.Account;
    }
}
