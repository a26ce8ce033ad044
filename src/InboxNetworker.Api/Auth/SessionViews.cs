using InboxNetworker.Api.Hosting;
using InboxNetworker.Graph;

namespace InboxNetworker.Api.Auth;

/// <param name="Authority">As <c>https://login.microsoftonline.com/{directory}</c>.</param>
/// <param name="Scope">Of this Api, as <c>api://{client}/access_as_user</c>.</param>
public sealed record SignInConfiguration(Uri Authority, string ClientId, string Scope);

/// <param name="Name">Microsoft's.</param>
/// <param name="Granted">Null where the program cannot know: the administrator's tool says it.</param>
/// <param name="Always">Asked for at sign-in.</param>
/// <param name="ByAdministrator">A user cannot give it alone.</param>
public sealed record PermissionView(string Name, bool? Granted, bool Always, bool ByAdministrator);

/// <param name="SignIn">How the sidebar gets a token; null where none is needed.</param>
/// <param name="Kind">How the owner of this computer signs in; null in any other mode.</param>
public sealed record SessionView(
    Mode Mode, SessionState State, SignInConfiguration? SignIn, PersonalSignInKind? Kind, DeviceCode? Code, SessionProblem? Problem, IReadOnlyList<PermissionView> Permissions)
{
    internal static SessionView Of(Settings settings, Account account, GrantedPermissions? granted) => new(
        settings.Mode,
        account.State,
        settings.Mode.IsLocal() ? null : new SignInConfiguration(new Uri(settings.SignIn.Instance, settings.SignIn.AuthorityTenant), settings.SignIn.ClientId!, settings.SignIn.FullScope),
        settings.Mode == Mode.Personal ? settings.SignIn.Kind : null,
        account.Code,
        account.Problem,
        [.. GraphPermissions.All.Select(p => new PermissionView(p.Name, IsGranted(settings, granted, p.Name), p.Always, p.ByAdministrator))]);

    private static bool? IsGranted(Settings settings, GrantedPermissions? granted, string name) => settings switch
    {
        { Mode: Mode.Demo } => true,
        { Mode: Mode.Organisation, SignIn.Access: GraphAccess.Application } => null,
        _ => granted?.Has(name) ?? false,
    };
}
