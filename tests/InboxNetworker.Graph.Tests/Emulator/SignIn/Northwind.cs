using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.Tests.SignIn;

/// <summary>
/// A small organisation: three users with small mailboxes, a public client, the Api, and the pane's page. Compiled into every test project
/// that needs it.
/// </summary>
internal sealed class Northwind : IAsyncDisposable
{
    public const string FederatedIssuer = "https://token.issuer.example";
    public const string FederatedSubject = "system:serviceaccount:inbox:networker";
    public const string PaneAddress = "https://localhost:3000/taskpane.html";
    public const string ApiSecret = "a secret for tests only";

    private static readonly string[] Delegated = ["Mail.ReadBasic", "Calendars.ReadBasic", "User.Read", "People.Read"];

    /// <summary>Made once for all tests of the process: that takes a while.</summary>
    private static readonly X509Certificate2 OfApi = SelfSigned("CN=inbox-networker-api");

    private static readonly RSA OfIssuer = RSA.Create(2048);

    private Northwind(EmulatedTenant tenant, TenantApp api, TenantApp desktop, TenantApp pane) => (Tenant, Api, Desktop, Pane) = (tenant, api, desktop, pane);

    public static TenantUser Mara { get; } = User("0a6f8d1e-4a53-4a0e-9a3e-6b1f1d6f0a01", "mara.lind@northwind.example", "Mara Lind");

    public static TenantUser Noor { get; } = User("0a6f8d1e-4a53-4a0e-9a3e-6b1f1d6f0a02", "noor.aziz@northwind.example", "Noor Aziz");

    public static TenantUser Tom { get; } = User("0a6f8d1e-4a53-4a0e-9a3e-6b1f1d6f0a03", "tom.reed@northwind.example", "Tom Reed");

    public EmulatedTenant Tenant { get; }

    /// <summary>The certificate of <see cref="Api"/>, with its private key.</summary>
    public X509Certificate2 ApiCertificate { get; } = OfApi;

    /// <summary>What the issuer signs with whose tokens speak for <see cref="Api"/>.</summary>
    public RSA FederatedKey { get; } = OfIssuer;

    /// <summary>The Api: confidential, exposes <c>access_as_user</c>, goes on behalf of its users, and may read as itself.</summary>
    public TenantApp Api { get; }

    /// <summary>Runs on a person's own computer, with codes sent to <c>http://localhost</c> or a device code.</summary>
    public TenantApp Desktop { get; }

    /// <summary>A page in a browser, which the Api trusts without asking for consent.</summary>
    public TenantApp Pane { get; }

    public string ApiScope => $"api://{Api.ClientId}/access_as_user";

    /// <summary>The authority as libraries take it: the root and the tenant.</summary>
    public Uri TenantAuthority => new(Tenant.Authority, Tenant.TenantId);

    /// <param name="adjust">Makes another organisation of the usual one.</param>
    public static async Task<Northwind> StartAsync(CancellationToken cancellationToken, Func<TenantOptions, TenantOptions>? adjust = null)
    {
        var pane = new TenantApp("9d2f0c5e-6b1a-4f37-8a43-1c2d3e4f5a03", TenantAppKind.Public)
        {
            Name = "InboxNetworker pane",
            SinglePageRedirectUris = [PaneAddress],
        };
        var api = new TenantApp("9d2f0c5e-6b1a-4f37-8a43-1c2d3e4f5a01", TenantAppKind.Confidential)
        {
            Name = "InboxNetworker",
            Secret = ApiSecret,
            Certificates = [X509CertificateLoader.LoadCertificate(OfApi.RawData)],
            FederatedCredentials = [new FederatedCredential(FederatedIssuer, FederatedSubject, OfIssuer.ExportSubjectPublicKeyInfoPem())],
            Scopes = ["access_as_user"],
            PreAuthorizedClients = [pane.ClientId],
            KnownClientApplications = [pane.ClientId],
            RedirectUris = ["https://localhost:5001/signin-oidc"],
            RequiredScopes = Delegated,
            ApplicationRoles = ["Mail.ReadBasic.All", "Calendars.ReadBasic", "User.Read.All"],
        };
        var desktop = new TenantApp("9d2f0c5e-6b1a-4f37-8a43-1c2d3e4f5a02", TenantAppKind.Public)
        {
            Name = "InboxNetworker on this computer",
            RedirectUris = ["http://localhost"],
            RequiredScopes = Delegated,
        };
        var options = new TenantOptions { Users = [Mara, Noor, Tom], Apps = [api, desktop, pane], DeviceCodeInterval = TimeSpan.Zero };
        var tenant = await EmulatedTenant.StartAsync(adjust?.Invoke(options) ?? options, cancellationToken);
        return new Northwind(tenant, api, desktop, pane);
    }

    /// <summary>What an administrator would accept: the Api may read mail and calendar of everybody on their behalf.</summary>
    public void ConsentToApi() => Tenant.ConsentForEverybody(Api, Delegated);

    public HttpClient CreateClient() => new(Tenant.CreateHandler());

    public ValueTask DisposeAsync() => Tenant.DisposeAsync();

    public static X509Certificate2 SelfSigned(string name)
    {
        using var key = RSA.Create(2048);
        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, from.AddDays(30));
    }

    /// <summary>Three messages and a meeting; each subject names whose mailbox it is.</summary>
    private static TenantUser User(string oid, string address, string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var own = new Recipient(name, address);
        var jon = new Recipient("Jon Berg", "jon.berg@fabrikam.example");
        IReadOnlyList<Folder> folders =
        [
            new("inbox", "Inbox", "inbox"), new("sentitems", "Sent Items", "sentitems"), new("drafts", "Drafts", "drafts"),
            new("deleteditems", "Deleted Items", "deleteditems"), new("junkemail", "Junk Email", "junkemail"), new("archive", "Archive", "archive"), new("outbox", "Outbox", "outbox"),
        ];
        IReadOnlyList<Message> messages =
        [
            new("m1", "inbox", jon, [own], [], $"To {name}: the harbour plan", midnight.AddDays(-40), "harbour", $"<m1.{oid}@fabrikam.example>"),
            new("m2", "sentitems", own, [jon], [], $"From {name}: the harbour plan", midnight.AddDays(-39), "harbour", $"<m2.{oid}@northwind.example>"),
            new("m3", "inbox", jon, [own], [], $"To {name}: lunch", midnight.AddDays(-10), "lunch", $"<m3.{oid}@fabrikam.example>"),
        ];
        var meeting = new Meeting("e1", $"{name} meets Jon", midnight.AddDays(-20).AddHours(9), midnight.AddDays(-20).AddHours(10), own, [new Attendee(jon.Name, jon.Address, AttendeeType.Required, Response.Accepted)], Response.Organizer);
        return new TenantUser(oid, address, name, new MailboxContent(new Owner(name, address, [], CompanyName: "Northwind"), folders, messages, [meeting], [new DirectoryPerson(jon.Name, [jon.Address], Subclass: "PersonalContact", CompanyName: "Fabrikam", IsUser: false)]));
    }
}
