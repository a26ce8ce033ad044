using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InboxNetworker.Api.Tests.Hosting;

namespace InboxNetworker.Api.Tests.Auth;

/// <summary>One person on their own computer, with the real Azure.Identity against an emulated directory.</summary>
public sealed class PersonalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_signs_in_and_the_sign_in_outlasts_a_restart()
    {
        await using var own = await OwnComputer.StartAsync();
        await using (var api = await own.RunAsync())
        {
            Assert.Equal("signedOut", (await api.GetAsync("/api/session")).GetProperty("state").GetString());
            var code = await OwnComputer.BeginAsync(api);
            Assert.StartsWith("https://", (await api.GetAsync("/api/session")).GetProperty("code").GetProperty("address").GetString(), StringComparison.Ordinal);

            await own.ApproveAsync(api, code);

            Assert.Contains("only-anas", await api.Client.GetStringAsync("/api/reconnect", Cancellation), StringComparison.Ordinal);
            Assert.Contains("signIn", await api.Client.GetStringAsync("/api/audit", Cancellation), StringComparison.Ordinal);
        }

        var before = own.Tenant.Requests.Count(r => r.Endpoint == "devicecode");
        await using var again = await own.RunAsync();
        Assert.Equal("ready", (await again.WaitForReadingAsync()).GetProperty("state").GetString());
        Assert.Equal("signedIn", (await again.GetAsync("/api/session")).GetProperty("state").GetString());
        Assert.Equal(before, own.Tenant.Requests.Count(r => r.Endpoint == "devicecode"));
    }

    [Fact]
    public async Task What_is_kept_of_the_sign_in_is_encrypted_and_its_owners_alone_and_signing_out_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // it has a place of its own for secrets
        }

        await using var own = await OwnComputer.StartAsync();
        await using var api = await own.RunAsync();
        await own.ApproveAsync(api, await OwnComputer.BeginAsync(api));

        Assert.DoesNotContain("RefreshToken", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(own.At("sign-in.tokens"), Cancellation)), StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(own.At("."), "*", SearchOption.AllDirectories))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(own.At("keys")));
        using var signedOut = await api.PostAsync("/api/session/sign-out");
        Assert.Equal("signedOut", (await signedOut.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("state").GetString());
        Assert.False(File.Exists(own.At("sign-in.tokens")) || File.Exists(own.At("sign-in.json")));
    }

    [Fact]
    public async Task Erasing_everything_signs_out()
    {
        await using var own = await OwnComputer.StartAsync();
        await using var api = await own.RunAsync();
        await own.ApproveAsync(api, await OwnComputer.BeginAsync(api));

        (await api.Client.DeleteAsync("/api/data", Cancellation)).EnsureSuccessStatusCode().Dispose();

        Assert.Equal("signedOut", (await api.GetAsync("/api/session")).GetProperty("state").GetString());
        Assert.False(File.Exists(own.At("sign-in.tokens")));
    }

    [Fact]
    public async Task A_sign_in_that_was_ended_elsewhere_stops_reading_and_says_so()
    {
        await using var own = await OwnComputer.StartAsync(minutes: 3);
        await using var api = await own.RunAsync();
        await own.ApproveAsync(api, await OwnComputer.BeginAsync(api));

        own.Tenant.RevokeSessions(Company.Ana);
        var status = await api.ReadAgainAsync();

        Assert.Equal("failed", status.GetProperty("state").GetString());
        var session = await api.GetAsync("/api/session");
        Assert.Equal("signedOut", session.GetProperty("state").GetString());
        Assert.Equal("You are signed out", session.GetProperty("problem").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Another_attempt_takes_the_place_of_one_that_waits()
    {
        await using var own = await OwnComputer.StartAsync();
        await using var api = await own.RunAsync();
        var first = await OwnComputer.BeginAsync(api);

        var second = await OwnComputer.BeginAsync(api);

        Assert.NotEqual(first, second);
        await own.ApproveAsync(api, second);
        Assert.Equal("signedIn", (await api.GetAsync("/api/session")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_further_permission_is_asked_for_by_a_sign_in_of_its_own()
    {
        await using var own = await OwnComputer.StartAsync();
        await using var api = await own.RunAsync();
        await own.ApproveAsync(api, await OwnComputer.BeginAsync(api));
        Assert.DoesNotContain(own.Tenant.Requests, r => r.Scope?.Contains("Mail.Send", StringComparison.Ordinal) == true);

        await own.ApproveAsync(api, await OwnComputer.BeginAsync(api, "/api/session/permissions/Mail.Send"));

        Assert.Contains(own.Tenant.Requests, r => r.Endpoint == "devicecode" && r.Scope?.Contains("Mail.Send", StringComparison.Ordinal) == true);
        var permissions = (await api.GetAsync("/api/session")).GetProperty("permissions").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("granted").GetBoolean());
        Assert.True(permissions["Mail.Send"]);
        Assert.False(permissions["Mail.ReadWrite"]);
        using var unknown = await api.PostAsync("/api/session/permissions/Mail.ReadWrite.All");
        await ProblemAssert.IsProblemAsync(unknown, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_but_this_computer_is_let_in()
    {
        await using var own = await OwnComputer.StartAsync();

        var refused = await Assert.ThrowsAsync<Api.Hosting.StartException>(() => own.RunAsync("--urls", "http://0.0.0.0:0"));

        Assert.Contains("on this computer", refused.Message, StringComparison.Ordinal);
    }
}
