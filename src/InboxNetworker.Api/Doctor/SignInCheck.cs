using Azure.Core;
using Azure.Identity;
using InboxNetworker.Api.Auth;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Graph;

namespace InboxNetworker.Api.Doctor;

/// <summary>Whether the sign-in service answers, the clocks agree, the program is known there, and what it may read.</summary>
internal static class SignInCheck
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);

    public static async IAsyncEnumerable<Finding> LookAsync(IServiceProvider services, Settings settings, bool canShowItself, string? user)
    {
        if (settings.Mode == Mode.Demo)
        {
            yield return Finding.Left(DoctorCommand.SignInService, "Nobody signs in in this mode.");
            yield break;
        }

        var (directory, clock) = await AnswersAsync(services, settings).ConfigureAwait(false);
        yield return directory;
        if (clock is null)
        {
            yield return Finding.Left(DoctorCommand.Token, "Not tried: the sign-in service comes first.");
            yield break;
        }

        yield return clock;
        if (!canShowItself)
        {
            yield return Finding.Left(DoctorCommand.Token, "Not tried: the certificate comes first.");
            yield break;
        }

        var (token, credential) = await TokenAsync(services, settings).ConfigureAwait(false);
        yield return token;
        if (token.Verdict != Verdict.Good || credential is null)
        {
            yield break;
        }

        if (settings is { Mode: Mode.Organisation, SignIn.Access: GraphAccess.Delegated })
        {
            yield return Finding.Left(DoctorCommand.Permission, "Each user gives them at their first visit, or an administrator for all.");
            yield break;
        }

        if (settings.Mode == Mode.Organisation && user is null)
        {
            yield return Finding.Left(DoctorCommand.Permission, $"To try one mailbox, name its user's object id: {DoctorCommand.UserOption} ID.");
            yield break;
        }

        using var connection = new GraphConnection(settings.Graph.Address, credential, services.GetRequiredService<TimeProvider>(), settings.Mode == Mode.Organisation ? user : null);
        var probe = new GraphProbe(connection);
        foreach (var permission in GraphPermissions.All.Where(p => p.Always))
        {
            var problem = await probe.AskAsync(permission.Name, CancellationToken.None).ConfigureAwait(false);
            yield return problem is null
                ? Finding.Good(DoctorCommand.Permission, $"{permission.Name}: {permission.For}.")
                : Finding.Bad(DoctorCommand.Permission, $"{permission.Name} ({permission.For}): {problem.Title} ({problem.Code}).", Mend(problem, settings, permission.Name));
        }
    }

    private static string Mend(GraphProblem problem, Settings settings, string permission) => (problem.Kind, settings.Mode) switch
    {
        (GraphProblemKind.Permission, Mode.Organisation) => $"In Exchange Online, give the application the role for {permission} over a scope that this user is in; docs/sign-in.md says how.",
        (GraphProblemKind.Permission, _) => $"Add {permission} to the app registration, and sign in again.",
        (GraphProblemKind.NotFound, _) => "See that the object id is a user's who has a mailbox.",
        _ => problem.Detail,
    };

    private static async Task<(Finding Service, Finding? Clock)> AnswersAsync(IServiceProvider services, Settings settings)
    {
        var tenant = settings.SignIn.TenantId ?? SignInSettings.AnyOrganisation;
        var address = new Uri(settings.SignIn.Instance, $"{tenant}/v2.0/.well-known/openid-configuration");
        try
        {
            using var client = new HttpClient(services.GetRequiredService<SignInTransport>().Handler()) { Timeout = TimeSpan.FromSeconds(20) };
            using var answer = await client.GetAsync(address).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                return (Finding.Bad(DoctorCommand.SignInService, $"It does not know the directory ({(int)answer.StatusCode}).", $"See that {Settings.Section}:SignIn:TenantId is the id of your directory."), null);
            }

            var apart = (answer.Headers.Date ?? services.GetRequiredService<TimeProvider>().GetUtcNow()) - services.GetRequiredService<TimeProvider>().GetUtcNow();
            return (
                Finding.Good(DoctorCommand.SignInService, "It answers and knows the directory."),
                apart.Duration() > Apart
                    ? Finding.Bad(DoctorCommand.Clock, $"This computer's clock is {apart.Duration().TotalMinutes:N0} minutes {(apart > TimeSpan.Zero ? "behind" : "ahead")}: no token would be taken for good.", "Let the system set its clock from the network, as with: timedatectl set-ntp true")
                    : Finding.Good(DoctorCommand.Clock, "It agrees with the sign-in service's."));
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return (Finding.Bad(DoctorCommand.SignInService, $"{settings.SignIn.Instance} does not answer ({(error as HttpRequestException)?.HttpRequestError.ToString() ?? "it took too long"}).", "See that this computer reaches it, through the proxy if there is one (HTTPS_PROXY), and that its certificate is trusted here."), null);
        }
    }

    private static async Task<(Finding Token, TokenCredential? Credential)> TokenAsync(IServiceProvider services, Settings settings)
    {
        var session = services.GetRequiredService<MailboxSessions>();
        try
        {
            TokenCredential credential;
            if (settings.Mode == Mode.Personal)
            {
                var personal = session.Of(nameof(Mode.Personal)).Services.GetRequiredService<PersonalSignIn>();
                if (!personal.IsKnown)
                {
                    return (Finding.Left(DoctorCommand.Token, "Nobody has signed in yet: start the program, open the sidebar and choose «Sign in»."), null);
                }

                credential = personal;
            }
            else
            {
                credential = services.GetRequiredService<ProgramIdentity>().Credential();
            }

            await credential.GetTokenAsync(new TokenRequestContext(["https://graph.microsoft.com/.default"]), CancellationToken.None).ConfigureAwait(false);
            return (Finding.Good(DoctorCommand.Token, settings.Mode == Mode.Personal ? "You are signed in." : "The sign-in service knows the program by what it shows."), credential);
        }
        catch (AuthenticationFailedException refused) when (refused.GetBaseException() is not (IOException or UnauthorizedAccessException))
        {
            var code = SignInProblem.CodeOf(refused);
            return (Finding.Bad(DoctorCommand.Token, $"The sign-in service refuses ({code}).", Mend(code)), null);
        }
        catch (Exception error) when (error.GetBaseException() is StartException or IOException or UnauthorizedAccessException)
        {
            return (Finding.Bad(DoctorCommand.Token, "What the program shows the sign-in service cannot be read.", error is StartException ? error.Message : $"See that the file named by {Settings.Section}:SignIn:FederatedTokenFile is there and can be read by this user."), null);
        }
    }

    private static string Mend(string code) => code switch
    {
        "AADSTS700016" => $"{Settings.Section}:SignIn:ClientId is no app registration of this directory: see its overview page for the right id.",
        "AADSTS7000215" => $"{Settings.Section}:SignIn:ClientSecret is not the secret's value: make a new one and take its value, not its id.",
        "AADSTS7000222" => "The secret has run out: make a new one, or better, use a certificate.",
        "AADSTS700027" => "The app registration does not know the certificate: upload its public part there, under «Certificates & secrets».",
        "AADSTS70021" or "AADSTS700213" => "No federated credential of the app registration fits the token: see that issuer, subject and audience are the same.",
        "AADSTS90002" => $"{Settings.Section}:SignIn:TenantId is no directory: take the id from its overview page.",
        _ when SignInProblem.IsConsent(code) || code is SignInProblem.SignedOut => "Start the program, open the sidebar and sign in again.",
        _ => $"{SignInProblem.Of(code).Title}. {SignInProblem.Of(code).Detail}",
    };
}
