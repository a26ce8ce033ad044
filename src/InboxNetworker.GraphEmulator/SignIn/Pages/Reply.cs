using InboxNetworker.GraphEmulator.SignIn.Grants;

namespace InboxNetworker.GraphEmulator.SignIn.Pages;

/// <summary>Sends the outcome to the client, the way it asked for.</summary>
internal static class Reply
{
    public static IResult Code(PendingSignIn pending, Session session, AuthorizationCodes codes, TokenMaker maker, TenantDirectory directory)
    {
        var to = pending.Reply!;
        var code = codes.Issue(new CodeGrant(session, pending.Client, pending.Asked, to.RedirectUri, to.IsSinglePage, to.Challenge, to.IsPlainChallenge, to.Nonce, directory.Now));
        var fields = new List<(string Name, string Value)> { ("code", code) };
        if (to.WithClientInfo)
        {
            fields.Add(("client_info", maker.ClientInfo(session.User)));
        }

        fields.Add(("session_state", session.Id));
        return Send(to, fields);
    }

    public static IResult Refused(HttpContext http, ReplyTo to, SignInError error, TenantDirectory directory)
    {
        SignInLog.Note(http, error);
        var (traceId, correlationId) = SignInError.Ids(http);
        var fields = new List<(string Name, string Value)>
        {
            ("error", error.Error),
            ("error_description", error.Describe(traceId, correlationId, directory.Now)),
            ("error_uri", $"{directory.Authority}error?code={error.Code}"),
        };
        if (error.SubError is { } subError)
        {
            fields.Add(("suberror", subError));
        }

        return Send(to, fields);
    }

    private static IResult Send(ReplyTo to, List<(string Name, string Value)> fields)
    {
        if (to.State is { } state)
        {
            fields.Add(("state", state));
        }

        if (to.Mode == "form_post")
        {
            return Html.Page("Working...", Html.Form(to.RedirectUri, fields, "<noscript><button type=\"submit\">Continue</button></noscript>") + "<script>document.forms[0].submit();</script>");
        }

        var text = string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));
        var separator = to.Mode == "fragment" ? '#' : to.RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return Results.Redirect($"{to.RedirectUri}{separator}{text}");
    }
}
