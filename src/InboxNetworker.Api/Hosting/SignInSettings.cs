namespace InboxNetworker.Api.Hosting;

public enum PersonalSignInKind
{
    /// <summary>A window of this computer's browser opens.</summary>
    Browser,

    /// <summary>A code to type in at an address, on any device; shown in the sidebar and in the terminal.</summary>
    DeviceCode,
}

public enum GraphAccess
{
    /// <summary>As each user, on behalf of whom the Api asks.</summary>
    Delegated,

    /// <summary>As the application; who asks selects the mailbox, and Exchange limits which ones there are.</summary>
    Application,
}

/// <summary>The section <c>InboxNetworker:SignIn</c>; docs/sign-in.md says where each value comes from.</summary>
public sealed class SignInSettings
{
    public const string DefaultInstance = "https://login.microsoftonline.com/", AnyOrganisation = "organizations", DefaultScope = "access_as_user";

    /// <summary>The sign-in service; another one to try it with the emulator's.</summary>
    public Uri Instance { get; set; } = new(DefaultInstance);

    /// <summary>The directory's id, a guid. In Personal mode also <c>organizations</c>, the default.</summary>
    public string? TenantId { get; set; }

    /// <summary>Ids of further directories whose users may come in, separated by semicolons. Organisation mode only.</summary>
    public string? AllowedTenants { get; set; }

    /// <summary>The app registration's id, a guid.</summary>
    public string? ClientId { get; set; }

    /// <summary>The scope that the app registration exposes, without its <c>api://…/</c>.</summary>
    public string Scope { get; set; } = DefaultScope;

    public PersonalSignInKind Kind { get; set; } = PersonalSignInKind.Browser;

    public GraphAccess Access { get; set; } = GraphAccess.Delegated;

    /// <summary>A .pfx or .pem with the private key the app registration knows the certificate of.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>Better in the environment than in a file: <c>InboxNetworker__SignIn__CertificatePassword</c>.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>For trying it; a certificate or a federated token is better. In the environment: <c>InboxNetworker__SignIn__ClientSecret</c>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file with a token of another identity provider that the app registration trusts, as Kubernetes mounts one.</summary>
    public string? FederatedTokenFile { get; set; }

    /// <summary>The client id of a managed identity, or <c>system</c>. Application access only.</summary>
    public string? ManagedIdentity { get; set; }

    internal IReadOnlyList<string> Tenants =>
        [.. new[] { TenantId }.Concat((AllowedTenants ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Of the authority people sign in at: the one directory there is, else whichever is theirs.</summary>
    internal string AuthorityTenant => Tenants is [var only] ? only : AnyOrganisation;

    /// <summary>How the sidebar asks for it: <c>api://{ClientId}/access_as_user</c>.</summary>
    internal string FullScope => $"api://{ClientId}/{Scope}";
}

/// <summary>The section <c>InboxNetworker:Keys</c>: what encrypts the tokens that are kept. Organisation mode only; in Personal mode they lie beside the store.</summary>
public sealed class KeysSettings
{
    /// <summary>A folder that every instance shares.</summary>
    public string? Folder { get; set; }

    /// <summary>A .pfx or .pem with an RSA key, that the keys themselves are encrypted with.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>Better in the environment than in a file: <c>InboxNetworker__Keys__CertificatePassword</c>.</summary>
    public string? CertificatePassword { get; set; }
}

/// <summary>The section <c>InboxNetworker:Graph</c>.</summary>
public sealed class GraphSettings
{
    /// <summary>Another one to try it with the emulator's.</summary>
    public Uri Address { get; set; } = new("https://graph.microsoft.com/v1.0");
}

internal static class SignInChecks
{
    private const string Key = $"{Settings.Section}:SignIn";

    /// <exception cref="StartException">The first setting that is not as it should be: its key, its value, and what it can be.</exception>
    public static void Check(IConfigurationSection section)
    {
        Enum.TryParse<Mode>(section["Mode"], ignoreCase: true, out var mode);
        var signIn = section.GetSection("SignIn");
        CheckName<PersonalSignInKind>(signIn, "Kind");
        CheckName<GraphAccess>(signIn, "Access");
        CheckAddress(signIn["Instance"], $"{Key}:Instance", SignInSettings.DefaultInstance);
        CheckAddress(section["Graph:Address"], $"{Settings.Section}:Graph:Address", "https://graph.microsoft.com/v1.0");
        if (mode == Mode.Demo)
        {
            return;
        }

        if (!Guid.TryParse(signIn["ClientId"], out _))
        {
            throw new StartException($"{Key}:ClientId is «{signIn["ClientId"]}»; it has to be the id of the app registration, a guid. docs/sign-in.md says where it stands.");
        }

        var anyTenant = mode == Mode.Personal && signIn["TenantId"] is null or SignInSettings.AnyOrganisation;
        if (!anyTenant && !Guid.TryParse(signIn["TenantId"], out _))
        {
            throw new StartException($"{Key}:TenantId is «{signIn["TenantId"]}»; it has to be the id of the directory, a guid{(mode == Mode.Personal ? $", or «{SignInSettings.AnyOrganisation}»" : "")}.");
        }

        if (mode == Mode.Organisation)
        {
            CheckOrganisation(section, signIn);
        }
    }

    private static void CheckOrganisation(IConfigurationSection section, IConfigurationSection signIn)
    {
        foreach (var tenant in new SignInSettings { AllowedTenants = signIn["AllowedTenants"] }.Tenants.Where(t => !Guid.TryParse(t, out _)))
        {
            throw new StartException($"{Key}:AllowedTenants names «{tenant}»; it can name ids of directories, guids, separated by semicolons.");
        }

        if (section["Notifications:PublicUrl"] is null)
        {
            throw new StartException($"{Settings.Section}:Notifications:PublicUrl is not set; in Organisation mode it has to be the https address under which Outlook finds the add-in, as https://network.example.com.");
        }

        Need(section, "Store:File", "the path of the database file");
        Need(section, "Keys:Folder", "a folder for the keys that encrypt what is kept of sign-ins, the same for every instance");
        Need(section, "Keys:CertificateFile", "a .pfx or .pem with an RSA key, that those keys are encrypted with");
        Enum.TryParse<GraphAccess>(signIn["Access"], ignoreCase: true, out var access);
        string[] kinds = access == GraphAccess.Application ? ["CertificateFile", "FederatedTokenFile", "ManagedIdentity", "ClientSecret"] : ["CertificateFile", "FederatedTokenFile", "ClientSecret"];
        if (kinds.Count(kind => signIn[kind] is { Length: > 0 }) != 1)
        {
            throw new StartException($"Exactly one of {string.Join(", ", kinds.Select(kind => $"{Key}:{kind}"))} has to be set: with it the program shows the sign-in service who it is.");
        }
    }

    private static void Need(IConfigurationSection section, string key, string what)
    {
        if (string.IsNullOrWhiteSpace(section[key]))
        {
            throw new StartException($"{Settings.Section}:{key} is not set; in Organisation mode it has to be {what}.");
        }
    }

    private static void CheckName<T>(IConfigurationSection signIn, string key)
        where T : struct, Enum
    {
        if (signIn[key] is { } value && !(Enum.TryParse<T>(value, ignoreCase: true, out var known) && Enum.IsDefined(known)))
        {
            throw new StartException($"{Key}:{key} is «{value}»; it can be: {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }

    /// <summary>A token may travel over https, or within this computer.</summary>
    private static void CheckAddress(string? value, string key, string example)
    {
        if (value is not null && !(Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
        {
            throw new StartException($"{key} is «{value}»; it can be an https address, as {example}.");
        }
    }
}
