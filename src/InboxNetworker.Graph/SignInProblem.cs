using System.Text.RegularExpressions;
using Microsoft.Identity.Client;

namespace InboxNetworker.Graph;

/// <summary>What the sign-in service said, in words. Nothing of its own text is shown or logged, as that may name a person.</summary>
public static partial class SignInProblem
{
    /// <summary>Nobody has signed in, or has signed out again.</summary>
    public const string SignedOut = "SignedOut";

    /// <summary>The user does not exist in the directory.</summary>
    public const string AccountGone = "AADSTS50034";

    /// <summary>As <c>AADSTS65001</c>, or the library's own word for it: https://learn.microsoft.com/entra/identity-platform/reference-error-codes.</summary>
    public static string CodeOf(Exception refused)
    {
        for (Exception? error = refused; error is not null; error = error.InnerException)
        {
            if (Code().Match(error.Message) is { Success: true } code)
            {
                return code.Value;
            }

            if (error is MsalException { ErrorCode: { Length: > 0 } known })
            {
                return known;
            }
        }

        return refused.GetType().Name;
    }

    /// <summary>The user, or an administrator, has to agree first.</summary>
    public static bool IsConsent(string code) => code is "AADSTS65001" or "AADSTS65004" or "AADSTS90094" or "consent_required";

    /// <summary>Trying again by itself will not help: consent was taken back, the account is gone, or its sign-ins were ended.</summary>
    public static bool IsFinal(string code) => IsConsent(code) || code is SignedOut
        or AccountGone or "AADSTS50057" or "AADSTS51004" or "AADSTS50173" or "AADSTS700082" or "AADSTS50078" or "AADSTS50076" or "AADSTS50079" or "AADSTS700016" or "KeysLost";

    /// <summary>With what the service demands of the next sign-in.</summary>
    public static GraphProblem Of(MsalException refused) =>
        Of(CodeOf(refused)) with { Claims = (refused as MsalServiceException)?.Claims is { Length: > 0 } claims ? claims : null };

    public static GraphProblem Of(string code)
    {
        var (title, detail) = code switch
        {
            _ when IsConsent(code) => ("Your consent is needed", "Allow InboxNetworker to read who wrote to whom and when; it can read no text of any mail. Until then nothing is read."),
            AccountGone or "AADSTS50057" or "AADSTS51004" => ("This account cannot sign in any more", "It was switched off or deleted, so nothing more is read. Ask your administrator if that is not meant so."),
            "AADSTS50076" or "AADSTS50079" or "AADSTS50158" or "AADSTS53003" => ("Your organisation asks for one more step", "Sign in once more and confirm it is you; reading goes on where it stopped."),
            "AADSTS700016" or "AADSTS7000215" or "AADSTS700027" or "AADSTS7000222" or "AADSTS70002" => ("InboxNetworker is not set up right", "Tell your administrator: the command «doctor» says what is wrong and how to mend it."),
            "AADSTS70020" or "AADSTS70019" or "expired_token" or "code_expired" => ("The code has run out", "Ask for a new one and enter it within 15 minutes."),
            "authorization_declined" or "AADSTS70018" or "access_denied" => ("The sign-in was declined", "Nothing is read. Sign in again if that was not meant."),
            _ => ("You are signed out", "Sign in again; reading goes on where it stopped."),
        };
        return new(GraphProblemKind.SignIn, title, detail, code);
    }

    [GeneratedRegex("AADSTS[0-9]+|^(SignedOut|KeysLost)$")]
    private static partial Regex Code();
}
