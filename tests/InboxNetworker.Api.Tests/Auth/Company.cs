using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using InboxNetworker.Api.Auth;
using InboxNetworker.Api.Tests.Hardening;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InboxNetworker.Api.Tests.Auth;

/// <summary>
/// An organisation with its own sign-in service and three mailboxes, each with somebody in it whom nobody else knows, and the program over it.
/// </summary>
internal sealed class Company : IAsyncDisposable
{
    public const string ClientId = "5a1e9c44-7b0d-4a53-8f6e-2c9d1b7e3f08", OtherTenant = "0c0ffee0-1234-4abc-8def-001122334455";

    /// <summary>What the mailboxes count back from: when the run came to the first of these tests.</summary>
    public static readonly DateTimeOffset Now = Present;

    public static readonly string[] Least = ["Mail.ReadBasic", "Calendars.ReadBasic", "User.Read", "People.Read"];

    private static readonly string[] FolderNames = ["inbox", "sentitems", "drafts", "deleteditems", "junkemail", "outbox", "archive"];

    private readonly TestFolder _folder = new();

    private Company(EmulatedTenant tenant, TenantApp app, TestFolder folder) => (Tenant, App, _folder) = (tenant, app, folder);

    public static TenantUser Ana { get; } = User("a0000000-0000-4000-8000-000000000001", "Ana Anders", "ana", "zoe.only-anas@there.example");

    public static TenantUser Ben { get; } = User("b0000000-0000-4000-8000-000000000002", "Ben Bauer", "ben", "yan.only-bens@there.example");

    /// <summary>Leads everybody, and administers the directory.</summary>
    public static TenantUser Carla { get; } = User("c0000000-0000-4000-8000-000000000003", "Carla Conti", "carla", "xia.only-carlas@there.example");

    public EmulatedTenant Tenant { get; }

    public TenantApp App { get; }

    public string Store => At("store.db");

    /// <summary>When a program starts, as the sign-in libraries judge tokens by the computer's clock.</summary>
    public static DateTimeOffset Present => DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="mailboxes">Whose mailboxes the application may open; null for everybody's.</param>
    /// <param name="minutes">For how long a token is good; the libraries renew one that ends within five.</param>
    /// <param name="pane">Where the sidebar's sign-in windows end.</param>
    public static async Task<Company> StartAsync(IReadOnlyList<string>? mailboxes = null, int minutes = 65, Uri? pane = null)
    {
        var folder = new TestFolder();
        Certificate(folder.At("program.pfx"));
        Certificate(folder.At("keys.pfx"));
        var app = new TenantApp(ClientId, TenantAppKind.Confidential)
        {
            Name = "InboxNetworker",
            Certificates = [X509CertificateLoader.LoadPkcs12FromFile(folder.At("program.pfx"), null)],
            Scopes = ["access_as_user"],
            ApplicationRoles = ["Mail.ReadBasic.All", "Calendars.ReadBasic", "User.Read.All", "People.Read.All"],
            RequiredScopes = Least,
            SinglePageRedirectUris = pane is null ? [] : [pane.ToString()],
            PreAuthorizedClients = [ClientId],
        };
        foreach (var user in new[] { Ana, Ben, Carla })
        {
            LogWatch.NeverSayName(user.Name);
            LogWatch.NeverSaySubject(user.Mailbox.Messages[0].Subject);
        }

        var tenant = await EmulatedTenant.StartAsync(
            new TenantOptions { Users = [Ana, Ben, Carla], Apps = [app], AllowedApplicationMailboxes = mailboxes, DeviceCodeInterval = TimeSpan.Zero, AccessTokenLifetime = TimeSpan.FromMinutes(minutes) }, Cancellation);
        return new Company(tenant, app, folder);
    }

    /// <summary>The same, and everybody has allowed the least permissions.</summary>
    public static async Task<Company> WithConsentAsync(int minutes = 65)
    {
        var company = await StartAsync(minutes: minutes);
        company.Tenant.ConsentForEverybody(company.App, Least);
        return company;
    }

    public string At(string name) => _folder.At(name);

    /// <summary>The settings of the program, as an administrator would give them.</summary>
    /// <param name="access"><c>Delegated</c> or <c>Application</c>.</param>
    public string[] Settings(string access = "Delegated") =>
    [
        "--InboxNetworker:Mode", "Organisation",
        "--InboxNetworker:Notifications:PublicUrl", "https://network.example.com",
        "--InboxNetworker:Store:File", Store,
        "--InboxNetworker:Keys:Folder", At("keys"),
        "--InboxNetworker:Keys:CertificateFile", At("keys.pfx"),
        "--InboxNetworker:SignIn:Instance", Tenant.Authority.ToString(),
        "--InboxNetworker:SignIn:TenantId", Tenant.TenantId,
        "--InboxNetworker:SignIn:ClientId", ClientId,
        "--InboxNetworker:SignIn:CertificateFile", At("program.pfx"),
        "--InboxNetworker:SignIn:Access", access,
        "--InboxNetworker:Graph:Address", new Uri(Tenant.GraphAddress, "v1.0").ToString(),
    ];

    public Task<RunningApi> RunAsync(params string[] options) => RunningApi.StartAsync(Present, Reach, [.. Settings(), .. options]);

    public Task<RunningApi> RunAsApplicationAsync(params string[] options) => RunningApi.StartAsync(Present, Reach, [.. Settings("Application"), .. options]);

    /// <summary>The sign-in service is reached over a certificate of its own.</summary>
    public void Reach(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new SignInTransport(Tenant.CreateHandler)));

    /// <summary>As the sidebar of this user asks.</summary>
    public HttpClient As(RunningApi api, TenantUser user, MintedToken? differing = null) => WithToken(api, Tenant.Tokens.Mint(user, ClientId, "access_as_user", differing));

    public static HttpClient WithToken(RunningApi api, string? token)
    {
        var client = new HttpClient { BaseAddress = api.Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Signs in, and waits until the mailbox has been read.</summary>
    public async Task<HttpClient> EnterAsync(RunningApi api, TenantUser user)
    {
        var client = As(api, user);
        using var answer = await client.PostAsync("/api/session/sign-in", null, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        var status = await WaitAsync(client);
        Assert.True(status.GetProperty("state").GetString() == "ready", status.ToString());
        return client;
    }

    /// <summary>Until a reading has ended.</summary>
    public static async Task<JsonElement> WaitAsync(HttpClient client)
    {
        await using var stream = await client.GetStreamAsync("/api/events", Cancellation);
        await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync(Cancellation))
        {
            var status = JsonDocument.Parse(item.Data).RootElement;
            if (status.GetProperty("state").GetString() is "ready" or "failed" && !status.GetProperty("running").GetBoolean())
            {
                return status;
            }
        }

        throw new InvalidOperationException("The events ended before the reading did.");
    }

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Signed by itself, good for a year around now, with its key.</summary>
    public static void Certificate(string file, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=InboxNetworker", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Now.AddYears(-1), until ?? Now.AddYears(1));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx));
    }

    private static TenantUser User(string id, string name, string alias, string friend)
    {
        var (owner, other) = (new Recipient(name, $"{alias}@northwind.example"), new Recipient($"Friend of {name}", friend));
        var messages = new List<Message>();
        for (var week = 0; week < 8; week++)
        {
            Add("sentitems", owner, other, 100.5 + (7 * week));
            Add("inbox", other, owner, 100 + (7 * week));
        }

        return new TenantUser(id, owner.Address, name, new MailboxContent(
            new Owner(name, owner.Address, []), [.. FolderNames.Select(f => new Folder(f, f, f))], messages, [], []));

        void Add(string folder, Recipient from, Recipient to, double daysAgo)
        {
            var key = $"m{messages.Count}";
            messages.Add(new Message(key, folder, from, [to], [], $"Subject only {name} knows", Now.AddDays(-daysAgo), key, $"<{alias}-{key}@northwind.example>"));
        }
    }
}
