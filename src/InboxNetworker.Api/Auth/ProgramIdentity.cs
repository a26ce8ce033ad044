using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using InboxNetworker.Api.Hosting;
using Microsoft.Identity.Client;

namespace InboxNetworker.Api.Auth;

/// <summary>How the sign-in service is reached; the tests put one there that trusts their own.</summary>
internal sealed record SignInTransport(Func<HttpMessageHandler> Handler)
{
    /// <summary>Answers of the sign-in service lead to no other host.</summary>
    public static SignInTransport Default { get; } = new(() => new SocketsHttpHandler { AllowAutoRedirect = false });
}

/// <summary>With what the program shows the sign-in service that it is the app registration.</summary>
internal sealed class ProgramIdentity(Settings settings, SignInTransport transport)
{
    private static readonly string[] Known = ["microsoftonline.com", "microsoftonline.us", "microsoftonline.cn"];

    private readonly SignInSettings _signIn = settings.SignIn;

    /// <summary>Read once for all mailboxes; not kept where it failed, so that each who asks hears why.</summary>
    private readonly Lazy<X509Certificate2> _certificate = new(
        () => ReadCertificate(settings.SignIn.CertificateFile!, settings.SignIn.CertificatePassword, "SignIn:CertificateFile"), LazyThreadSafetyMode.PublicationOnly);

    private readonly Clients _clients = new(new HttpClient(transport.Handler()));

    /// <summary>A host that the libraries do not know has no list of its other names to be asked for.</summary>
    public bool WithoutDiscovery => !Known.Any(k => _signIn.Instance.Host.EndsWith("." + k, StringComparison.OrdinalIgnoreCase));

    public HttpClientTransport Transport { get; } = new(new HttpClient(transport.Handler()));

    /// <summary>For one user's tokens: it has a cache of its own.</summary>
    public IConfidentialClientApplication Application(string tenantId)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(_signIn.ClientId)
            .WithAuthority(new Uri(_signIn.Instance, tenantId).ToString())
            .WithInstanceDiscovery(!WithoutDiscovery)
            .WithHttpClientFactory(_clients);
        return (_signIn switch
        {
            { CertificateFile.Length: > 0 } => builder.WithCertificate(_certificate.Value, sendX5C: true),
            { FederatedTokenFile: { Length: > 0 } file } => builder.WithClientAssertion((AssertionRequestOptions asked) => File.ReadAllTextAsync(file, asked.CancellationToken)),
            _ => builder.WithClientSecret(_signIn.ClientSecret),
        }).Build();
    }

    /// <summary>As the application itself.</summary>
    public TokenCredential Credential() => _signIn switch
    {
        { CertificateFile.Length: > 0 } => new ClientCertificateCredential(
            _signIn.TenantId, _signIn.ClientId, _certificate.Value, Options(new ClientCertificateCredentialOptions { SendCertificateChain = true })),
        { FederatedTokenFile: { Length: > 0 } file } => new ClientAssertionCredential(
            _signIn.TenantId, _signIn.ClientId, cancellation => File.ReadAllTextAsync(file, cancellation), Options(new ClientAssertionCredentialOptions())),
        { ManagedIdentity: { Length: > 0 } identity } => new ManagedIdentityCredential(
            identity.Equals("system", StringComparison.OrdinalIgnoreCase) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(identity)),
        _ => new ClientSecretCredential(_signIn.TenantId, _signIn.ClientId, _signIn.ClientSecret, Options(new ClientSecretCredentialOptions())),
    };

    /// <param name="key">The setting that names it.</param>
    /// <exception cref="StartException">It cannot be read, or has no private key.</exception>
    public static X509Certificate2 ReadCertificate(string file, string? password, string key)
    {
        try
        {
            var certificate = Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(file)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey ? certificate : throw new StartException($"{Settings.Section}:{key}: «{file}» has no private key. Export the certificate with its key, as .pfx or .pem.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new StartException($"{Settings.Section}:{key}: «{file}» cannot be read as a certificate ({error.GetType().Name}). See that it is there, that it is a .pfx or .pem with its private key, and that the password is right.");
        }
    }

    private T Options<T>(T options)
        where T : TokenCredentialOptions
    {
        (options.AuthorityHost, options.Transport) = (_signIn.Instance, Transport);
        switch (options)
        {
            case ClientCertificateCredentialOptions certificate:
                certificate.DisableInstanceDiscovery = WithoutDiscovery;
                break;
            case ClientAssertionCredentialOptions assertion:
                assertion.DisableInstanceDiscovery = WithoutDiscovery;
                break;
            case ClientSecretCredentialOptions secret:
                secret.DisableInstanceDiscovery = WithoutDiscovery;
                break;
        }

        return options;
    }

    private sealed class Clients(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
