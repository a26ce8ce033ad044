using System.Net.Http.Json;
using System.Text.Json;
using InboxNetworker.Api.Auth;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InboxNetworker.Api.Tests.Auth;

/// <summary>One person's own computer, with a folder for the program and a sign-in service that knows her.</summary>
internal sealed class OwnComputer : IAsyncDisposable
{
    private const string Client = "9b8e1c70-2d3f-4e5a-8b6c-7d8e9f0a1b2c";

    private readonly TestFolder _folder = new();

    private OwnComputer(EmulatedTenant tenant) => Tenant = tenant;

    public static TenantApp App { get; } = new(Client, TenantAppKind.Public) { Name = "InboxNetworker", RequiredScopes = Company.Least, RedirectUris = ["http://localhost"] };

    public EmulatedTenant Tenant { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="minutes">For how long a token is good; the libraries renew one that ends within five.</param>
    public static async Task<OwnComputer> StartAsync(int minutes = 65) => new(await EmulatedTenant.StartAsync(
        new TenantOptions { Users = [Company.Ana, Company.Ben], Apps = [App], DeviceCodeInterval = TimeSpan.Zero, AccessTokenLifetime = TimeSpan.FromMinutes(minutes) }, Cancellation));

    /// <summary>In the program's own folder.</summary>
    public string At(string name)
    {
        Directory.CreateDirectory(_folder.At("own"));
        return Path.Combine(_folder.At("own"), name);
    }

    public Task<RunningApi> RunAsync(params string[] options) => RunningApi.StartAsync(
        Company.Present,
        services => services.Replace(ServiceDescriptor.Singleton(new SignInTransport(Tenant.CreateHandler))),
        [
            "--InboxNetworker:Mode", "Personal",
            "--InboxNetworker:Store:File", At("network.db"),
            "--InboxNetworker:SignIn:Kind", "DeviceCode",
            "--InboxNetworker:SignIn:ClientId", Client,
            "--InboxNetworker:SignIn:TenantId", Tenant.TenantId,
            "--InboxNetworker:SignIn:Instance", Tenant.Authority.ToString(),
            "--InboxNetworker:Graph:Address", new Uri(Tenant.GraphAddress, "v1.0").ToString(),
            .. options,
        ]);

    /// <returns>The code to enter.</returns>
    public static async Task<string> BeginAsync(RunningApi api, string path = "/api/session/sign-in")
    {
        using var begun = await api.PostAsync(path);
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync(Cancellation));
        var session = await begun.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("waiting", session.GetProperty("state").GetString());
        return session.GetProperty("code").GetProperty("userCode").GetString()!;
    }

    /// <summary>As Ana does on her telephone; then waits until the mailbox has been read.</summary>
    public async Task ApproveAsync(RunningApi api, string code)
    {
        Assert.True(Tenant.ApproveDevice(code, Company.Ana), "No device waits with that code.");
        await foreach (var status in api.WatchAsync())
        {
            if (status.GetProperty("state").GetString() == "ready" && !status.GetProperty("running").GetBoolean()
                && (await api.GetAsync("/api/session")).GetProperty("state").GetString() == "signedIn")
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        _folder.Dispose();
    }
}
