using InboxNetworker.GraphEmulator.SignIn.Grants;

namespace InboxNetworker.GraphEmulator.SignIn.Pages;

/// <summary>What a person sees: who are you, and do you allow this?</summary>
internal sealed class SignInPages(TenantDirectory directory, PendingSignIns pendings, AuthorizationCodes codes, DeviceCodes devices, TokenMaker maker)
{
    private const string Cookie = "ESTSAUTH";

    public IResult Begin(HttpContext http, string tenant, Func<string, string?> asked)
    {
        var (pending, answer) = AuthorizeRequest.Read(http, tenant, asked, directory);
        if (pending is null)
        {
            return answer!;
        }

        var prompt = asked("prompt");
        var session = SignedIn(http);
        var hinted = directory.TryFindUser(asked("login_hint") ?? asked("sid"), out var named) ? named : null;
        if (prompt == "none")
        {
            return Silently(http, pending, session, hinted);
        }

        pendings.Add(pending);
        if (hinted is not null && session?.User.Oid != hinted.Oid)
        {
            return Enter(http, pending, hinted);
        }

        return session is not null && prompt is not ("login" or "select_account")
            ? Continue(http, pending, session)
            : hinted is not null ? Enter(http, pending, hinted) : WhoAreYou(pending);
    }

    public IResult BeginDevice(HttpContext http, DeviceCode device, string? loginHint)
    {
        var pending = new PendingSignIn(TokenMaker.Random(), "common", device.Client, device.Scopes, AlwaysAskConsent: false, null, device);
        pendings.Add(pending);
        return directory.TryFindUser(loginHint, out var hinted) ? Enter(http, pending, hinted) : WhoAreYou(pending);
    }

    /// <summary>The button of a user was pressed.</summary>
    public IResult Chosen(HttpContext http, IFormCollection form) =>
        !pendings.TryFind(form["ctx"].ToString(), out var pending) ? Lost(http)
        : directory.TryFindUser(form["user"], out var user) ? Enter(http, pending, user)
        : WhoAreYou(pending);

    /// <summary>A button of the consent page was pressed.</summary>
    public IResult Decided(HttpContext http, IFormCollection form)
    {
        if (!pendings.TryFind(form["ctx"].ToString(), out var pending) || pending.Session is not { } session)
        {
            return Lost(http);
        }

        if (form["decision"] == "accept")
        {
            foreach (var (app, lacks) in pending.Asked.Behind(session.User, pending.Client, directory).ToList())
            {
                directory.Consent(session.User, app, lacks);
            }

            directory.Consent(session.User, pending.Client, pending.Asked.ToConsent(pending.Client, directory));
            return Finish(http, pending, session);
        }

        pendings.Remove(pending);
        if (pending.Device is { } device)
        {
            devices.Decide(device, null);
            return Html.Page("You declined", "<p>You can close this window.</p>");
        }

        return Reply.Refused(http, pending.Reply!, new SignInError(400, "access_denied", 65004, "User declined to consent to access the app."), directory);
    }

    public IResult SignOut(HttpContext http, string? returnTo)
    {
        http.Response.Cookies.Delete(Cookie);
        return returnTo is not null && directory.Options.Apps.Any(a => RedirectUri.TryMatch(a, returnTo, out _))
            ? Results.Redirect(returnTo)
            : Html.Page("You signed out of your account", "<p>It's a good idea to close all browser windows.</p>");
    }

    private IResult Silently(HttpContext http, PendingSignIn pending, Session? session, TenantUser? hinted)
    {
        if (session is null || (hinted is not null && hinted.Oid != session.User.Oid))
        {
            return Reply.Refused(http, pending.Reply!, new SignInError(400, "login_required", 50058, "A silent sign-in request was sent but no user is signed in. The cookies used to represent the user's session were not sent in the request to Microsoft Entra ID."), directory);
        }

        if (directory.Refusal(session) is { } dead)
        {
            return Reply.Refused(http, pending.Reply!, dead with { Error = "interaction_required" }, directory);
        }

        return IsConsentMissing(pending, session)
            ? Reply.Refused(http, pending.Reply!, SignInError.ConsentMissing(pending.Client) with { Error = "interaction_required" }, directory)
            : Reply.Code(pending, session, codes, maker, directory);
    }

    private IResult WhoAreYou(PendingSignIn pending) => Html.Page("Pick an account", Html.Form(
        $"{directory.Authority}{pending.Tenant}/login",
        [("ctx", pending.Id)],
        string.Concat(directory.Users.Select(u => $"<p>{Html.Button("user", u.Upn, u.Name)}</p>"))));

    private IResult Enter(HttpContext http, PendingSignIn pending, TenantUser user)
    {
        if (directory.Refusal(user) is { } refusal)
        {
            return Html.Refusal(http, refusal, directory);
        }

        var session = directory.SignIn(user);
        http.Response.Cookies.Append(Cookie, session.Id, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, Path = "/" });
        return Continue(http, pending, session);
    }

    private IResult Continue(HttpContext http, PendingSignIn pending, Session session)
    {
        if (directory.Refusal(session) is { } dead)
        {
            return Html.Refusal(http, dead, directory);
        }

        pending.Session = session;
        if (!IsConsentMissing(pending, session) && !pending.AlwaysAskConsent)
        {
            return Finish(http, pending, session);
        }

        var behind = pending.Asked.Behind(session.User, pending.Client, directory).SelectMany(b => b.Lacks);
        var shown = pending.Asked.ToConsent(pending.Client, directory).Concat(behind).Select(s => s.Resource is null ? s.Name : $"{s.Resource.Uri}/{s.Name}");
        return Html.Page("Permissions requested", $"<p>{Html.Encode(pending.Client.Name)} asks, for {Html.Encode(session.User.Upn)}:</p><ul>{string.Concat(shown.Select(s => $"<li>{Html.Encode(s)}</li>"))}</ul>" + Html.Form(
            $"{directory.Authority}{pending.Tenant}/consent",
            [("ctx", pending.Id)],
            Html.Button("decision", "accept", "Accept") + Html.Button("decision", "cancel", "Cancel")));
    }

    private bool IsConsentMissing(PendingSignIn pending, Session session) =>
        pending.Asked.Missing(session.User, pending.Client, directory).Count > 0 || pending.Asked.Behind(session.User, pending.Client, directory).Any();

    private IResult Finish(HttpContext http, PendingSignIn pending, Session session)
    {
        pendings.Remove(pending);
        if (pending.Device is not { } device)
        {
            return Reply.Code(pending, session, codes, maker, directory);
        }

        devices.Decide(device, session);
        return Html.Page("You have signed in", $"<p>to {Html.Encode(pending.Client.Name)} on your device. You may now close this window.</p>");
    }

    private IResult Lost(HttpContext http) =>
        Html.Refusal(http, new SignInError(400, "invalid_request", 165000, "Invalid Request: The request did not include the required tokens for the user context. Sign in again."), directory);

    private Session? SignedIn(HttpContext http) =>
        directory.TryFindSession(http.Request.Cookies[Cookie], out var session) && directory.Refusal(session) is null ? session : null;
}
