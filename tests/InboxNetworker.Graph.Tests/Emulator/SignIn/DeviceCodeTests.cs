using System.Net;
using InboxNetworker.Tests.SignIn;
using Microsoft.Extensions.Time.Testing;

namespace InboxNetworker.Graph.Tests.Emulator.SignIn;

/// <summary>A device that asks again and again until its user has signed in elsewhere.</summary>
public sealed class DeviceCodeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private Northwind _northwind = null!;
    private Endpoints _endpoints = null!;
    private Visitor _visitor = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _northwind = await Northwind.StartAsync(Cancel, o => o with { TimeProvider = _time, DeviceCodeInterval = TimeSpan.FromSeconds(5) });
        _endpoints = new Endpoints(_northwind);
        _visitor = new Visitor(_northwind.Tenant);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        _endpoints.Dispose();
        await _northwind.DisposeAsync();
    }

    [Fact]
    public async Task It_waits_until_the_user_has_signed_in_and_then_gets_its_tokens_once()
    {
        var device = await BeginAsync();
        Assert.Equal("400 authorization_pending 70016", (await PollAsync(device)).Refusal);

        await _visitor.GoAsync(new Uri($"{device["verification_uri"]}?otc={device["user_code"]}"), Cancel);
        await _visitor.SubmitAsync([new("otc", device["user_code"]!)], Cancel);
        await _visitor.PressAsync("Mara Lind", Cancel);
        await _visitor.PressAsync("Accept", Cancel);
        Assert.Contains("You have signed in", _visitor.Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await PollAsync(device)).Status);
        Assert.Equal("400 bad_verification_code 70020", (await PollAsync(device)).Refusal);
    }

    [Fact]
    public async Task It_is_told_to_slow_down_when_it_does_not_wait()
    {
        var device = await BeginAsync();
        await PollAsync(device);

        Assert.Equal("slow_down", (await PollAsync(device))["error"]);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("authorization_pending", (await PollAsync(device))["error"]);
    }

    [Fact]
    public async Task It_learns_that_the_user_declined()
    {
        var device = await BeginAsync();
        await _visitor.GoAsync(new Uri(device["verification_uri"]!), Cancel);
        await _visitor.SubmitAsync([new("otc", device["user_code"]!), new("login_hint", Northwind.Noor.Upn)], Cancel);
        await _visitor.PressAsync("Cancel", Cancel);

        Assert.Equal("authorization_declined", (await PollAsync(device))["error"]);
    }

    [Fact]
    public async Task It_has_a_quarter_of_an_hour()
    {
        var device = await BeginAsync();
        _time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal("400 expired_token 70020", (await PollAsync(device)).Refusal);
        Assert.False(_northwind.Tenant.ApproveDevice(device["user_code"]!, Northwind.Mara));
        await _visitor.GoAsync(new Uri(device["verification_uri"]!), Cancel);
        await _visitor.SubmitAsync([new("otc", device["user_code"]!)], Cancel);
        Assert.Contains("AADSTS70018", _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_may_approve_it_without_a_browser()
    {
        var device = await BeginAsync();

        Assert.True(_northwind.Tenant.ApproveDevice(device["user_code"]!, Northwind.Tom));

        Assert.Equal(HttpStatusCode.OK, (await PollAsync(device)).Status);
    }

    private Task<Answer> BeginAsync() =>
        _endpoints.PostAsync(Endpoints.Fields([("client_id", _northwind.Desktop.ClientId), ("scope", "openid offline_access Mail.ReadBasic")]), "oauth2/v2.0/devicecode");

    private Task<Answer> PollAsync(Answer device) => _endpoints.PostAsync(Endpoints.Fields(
        [("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("client_id", _northwind.Desktop.ClientId), ("device_code", device["device_code"])]));
}
