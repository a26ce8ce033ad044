using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;
using InboxNetworker.GraphEmulator.SignIn;

namespace InboxNetworker.Api.Tests.Auth;

/// <summary>One person on their own computer, with the real Azure.Identity against an emulated directory.</summary>
public sealed class PersonalTests : IAsyncDisposable
{
    private const string Client = "9b8e1c70-2d3f-4e5a-8b6c-7d8e9f0a1b2c";

    private readonly TestFolder _folder = new();
    private EmulatedTenant? _tenant;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Store => _folder.At("own/network.db");

    [Fact]
    public async Task A_code_signs_in_and_the_sign_in_outlasts_a_restart()
    {
        await using (var api = await RunAsync())
        {
            Assert.Equal("signedOut", (await api.GetAsync("/api/session")).GetProperty("state").GetString());
            var waiting = await BeginAsync(api);
            Assert.Equal("waiting", waiting.GetProperty("state").GetString());
            var code = waiting.GetProperty("code");
            Assert.StartsWith("https://", code.GetProperty("address").GetString(), StringComparison.Ordinal);

            await ApproveAsync(api, code.GetProperty("userCode").GetString()!);

            Assert.Contains("only-anas", await api.Client.GetStringAsync("/api/reconnect", Cancellation), StringComparison.Ordinal);
            Assert.Contains("signIn", await api.Client.GetStringAsync("/api/audit", Cancellation), StringComparison.Ordinal);
        }

        var before = _tenant!.Requests.Count(r => r.Endpoint == "devicecode");
        await using var again = await RunAsync();
        Assert.Equal("ready", (await again.WaitForReadingAsync()).GetProperty("state").GetString());
        Assert.Equal("signedIn", (await again.GetAsync("/api/session")).GetProperty("state").GetString());
        Assert.Equal(before, _tenant.Requests.Count(r => r.Endpoint == "devicecode"));
    }

    [Fact]
    public async Task What_is_kept_of_the_sign_in_is_encrypted_and_its_owners_alone_and_signing_out_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // it has a place of its own for secrets
        }

        await using var api = await RunAsync();
        await ApproveAsync(api, (await BeginAsync(api)).GetProperty("code").GetProperty("userCode").GetString()!);

        var tokens = _folder.At("own/sign-in.tokens");
        Assert.DoesNotContain("RefreshToken", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(tokens, Cancellation)), StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(_folder.At("own"), "*", SearchOption.AllDirectories).Where(f => !f.Contains("network.db", StringComparison.Ordinal)))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.At("own/keys")));
        using var signedOut = await api.PostAsync("/api/session/sign-out");
        Assert.Equal("signedOut", (await signedOut.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("state").GetString());
        Assert.False(File.Exists(tokens) || File.Exists(_folder.At("own/sign-in.json")));
    }

    [Fact]
    public async Task Erasing_everything_signs_out()
    {
        await using var api = await RunAsync();
        await ApproveAsync(api, (await BeginAsync(api)).GetProperty("code").GetProperty("userCode").GetString()!);

        (await api.Client.DeleteAsync("/api/data", Cancellation)).EnsureSuccessStatusCode().Dispose();

        Assert.Equal("signedOut", (await api.GetAsync("/api/session")).GetProperty("state").GetString());
        Assert.False(File.Exists(_folder.At("own/sign-in.tokens")));
    }

    [Fact]
    public async Task Consent_that_is_taken_back_stops_reading_and_says_so()
    {
        await using var api = await RunAsync(minutes: 3);
        await ApproveAsync(api, (await BeginAsync(api)).GetProperty("code").GetProperty("userCode").GetString()!);

        _tenant!.RevokeConsent(Company.Ana, App);
        _tenant.RevokeSessions(Company.Ana);
        var status = await api.ReadAgainAsync();

        Assert.Equal("failed", status.GetProperty("state").GetString());
        var session = await api.GetAsync("/api/session");
        Assert.Equal("signedOut", session.GetProperty("state").GetString());
        Assert.Equal("You are signed out", session.GetProperty("problem").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Another_attempt_takes_the_place_of_one_that_waits()
    {
        await using var api = await RunAsync();
        var first = (await BeginAsync(api)).GetProperty("code").GetProperty("userCode").GetString();

        var second = (await BeginAsync(api)).GetProperty("code").GetProperty("userCode").GetString()!;

        Assert.NotEqual(first, second);
        await ApproveAsync(api, second);
        Assert.Equal("signedIn", (await api.GetAsync("/api/session")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_further_permission_is_asked_for_by_a_sign_in_of_its_own()
    {
        await using var api = await RunAsync();
        await ApproveAsync(api, (await BeginAsync(api)).GetProperty("code").GetProperty("userCode").GetString()!);
        Assert.DoesNotContain(_tenant!.Requests, r => r.Scope?.Contains("Mail.Send", StringComparison.Ordinal) == true);

        using var asked = await api.PostAsync("/api/session/permissions/Mail.Send");
        await ApproveAsync(api, (await asked.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetProperty("userCode").GetString()!);

        Assert.Contains(_tenant.Requests, r => r.Endpoint == "devicecode" && r.Scope?.Contains("Mail.Send", StringComparison.Ordinal) == true);
        var permissions = (await api.GetAsync("/api/session")).GetProperty("permissions").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("granted").GetBoolean());
        Assert.True(permissions["Mail.Send"]);
        Assert.False(permissions["Mail.ReadWrite"]);
        using var unknown = await api.PostAsync("/api/session/permissions/Mail.ReadWrite.All");
        await ProblemAssert.IsProblemAsync(unknown, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_but_this_computer_is_let_in()
    {
        var refused = await Assert.ThrowsAsync<Api.Hosting.StartException>(() => RunAsync("--urls", "http://0.0.0.0:0"));

        Assert.Contains("on this computer", refused.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tenant is not null)
        {
            await _tenant.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static TenantApp App { get; } = new(Client, TenantAppKind.Public) { Name = "InboxNetworker", RequiredScopes = Company.Least };

    private Task<RunningApi> RunAsync(params string[] options) => RunAsync(65, options);

    private async Task<RunningApi> RunAsync(int minutes, params string[] options)
    {
        _tenant ??= await EmulatedTenant.StartAsync(
            new TenantOptions { Users = [Company.Ana, Company.Ben], Apps = [App], DeviceCodeInterval = TimeSpan.Zero, AccessTokenLifetime = TimeSpan.FromMinutes(minutes) }, Cancellation);
        Directory.CreateDirectory(_folder.At("own"));
        return await RunningApi.StartAsync(
            Company.Now,
            services => Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.Replace(
                services, Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton(new Api.Auth.SignInTransport(_tenant.CreateHandler))),
            [
                "--InboxNetworker:Mode", "Personal",
                "--InboxNetworker:Store:File", Store,
                "--InboxNetworker:SignIn:Kind", "DeviceCode",
                "--InboxNetworker:SignIn:ClientId", Client,
                "--InboxNetworker:SignIn:TenantId", _tenant.TenantId,
                "--InboxNetworker:SignIn:Instance", _tenant.Authority.ToString(),
                "--InboxNetworker:Graph:Address", new Uri(_tenant.GraphAddress, "v1.0").ToString(),
                .. options,
            ]);
    }

    private static async Task<JsonElement> BeginAsync(RunningApi api)
    {
        using var begun = await api.PostAsync("/api/session/sign-in");
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync(Cancellation));
        return await begun.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    /// <summary>As Ana does on her telephone; then waits until the mailbox has been read.</summary>
    private async Task ApproveAsync(RunningApi api, string code)
    {
        Assert.True(_tenant!.ApproveDevice(code, Company.Ana), "No device waits with that code.");
        await foreach (var status in api.WatchAsync())
        {
            if (status.GetProperty("state").GetString() == "ready" && !status.GetProperty("running").GetBoolean()
                && (await api.GetAsync("/api/session")).GetProperty("state").GetString() == "signedIn")
            {
                return;
            }
        }
    }
}
