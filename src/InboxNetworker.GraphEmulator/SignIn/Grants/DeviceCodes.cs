using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace InboxNetworker.GraphEmulator.SignIn.Grants;

internal enum DeviceState
{
    Pending,
    Approved,
    Declined,
    Redeemed,
}

/// <summary>A device that waits for its user to sign in elsewhere.</summary>
internal sealed class DeviceCode(string code, string userCode, TenantApp client, AskedScopes scopes, DateTimeOffset ends)
{
    public string Code { get; } = code;

    public string UserCode { get; } = userCode;

    public TenantApp Client { get; } = client;

    public AskedScopes Scopes { get; } = scopes;

    public DateTimeOffset Ends { get; } = ends;

    public DeviceState State { get; set; }

    public Session? Session { get; set; }

    public DateTimeOffset? LastAsked { get; set; }
}

internal sealed class DeviceCodes(TenantDirectory directory)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Clocks and networks make a punctual client a little early.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Lock _changing = new();
    private readonly List<DeviceCode> _devices = [];

    public DeviceCode Issue(TenantApp client, AskedScopes scopes)
    {
        var device = new DeviceCode("1." + TokenMaker.Random(), RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 9), client, scopes, directory.Now + Lifetime);
        lock (_changing)
        {
            _devices.Add(device);
        }

        return device;
    }

    /// <summary>One that still waits.</summary>
    public bool TryFind(string userCode, [NotNullWhen(true)] out DeviceCode? device)
    {
        lock (_changing)
        {
            device = _devices.FirstOrDefault(d => d.UserCode.Equals(userCode.Trim(), StringComparison.OrdinalIgnoreCase) && d.State == DeviceState.Pending && d.Ends > directory.Now);
            return device is not null;
        }
    }

    /// <param name="session">Null when the user declined.</param>
    public void Decide(DeviceCode device, Session? session)
    {
        lock (_changing)
        {
            device.Session = session;
            device.State = session is null ? DeviceState.Declined : DeviceState.Approved;
        }
    }

    public IResult Redeem(TokenRequest request, UserTokens tokens)
    {
        if (request["device_code"] is not { } code)
        {
            return SignInError.Missing("device_code");
        }

        if (request.Client.Kind == TenantAppKind.Confidential && request.Proof == ClientProof.None)
        {
            return ClientAuthentication.NothingShown;
        }

        lock (_changing)
        {
            var device = _devices.FirstOrDefault(d => d.Code == code && d.Client.ClientId == request.Client.ClientId);
            if (device is null || device.State == DeviceState.Redeemed)
            {
                return new SignInError(400, "bad_verification_code", 70020, "The provided value for the input parameter 'device_code' is not valid.");
            }

            var now = directory.Now;
            if (now >= device.Ends)
            {
                return new SignInError(400, "expired_token", 70020, "The provided value for the input parameter 'device_code' is not valid. This device code has expired.");
            }

            var before = device.LastAsked;
            device.LastAsked = now;
            switch (device.State)
            {
                case DeviceState.Declined:
                    return new SignInError(400, "authorization_declined", 65004, "User declined to consent to access the app.");
                case DeviceState.Approved:
                    device.State = DeviceState.Redeemed;
                    return tokens.Give(request, device.Session!, device.Scopes);
                default:
                    return before is { } last && now - last < directory.Options.DeviceCodeInterval - Tolerance
                        ? new SignInError(400, "slow_down", 70017, "The device asks too often. Wait five seconds longer between requests.")
                        : new SignInError(400, "authorization_pending", 70016, "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
            }
        }
    }
}
