using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.SignIn.Grants;

namespace InboxNetworker.GraphEmulator.SignIn.Pages;

/// <summary>Where the outcome of a sign-in is sent.</summary>
internal sealed record ReplyTo(string RedirectUri, string Mode, string? State, string? Nonce, string? Challenge, bool IsPlainChallenge, bool WithClientInfo, bool IsSinglePage);

/// <summary>Somebody stands before the pages of the sign-in service.</summary>
/// <param name="Reply">Null when a device waits.</param>
internal sealed record PendingSignIn(string Id, string Tenant, TenantApp Client, AskedScopes Asked, bool AlwaysAskConsent, ReplyTo? Reply, DeviceCode? Device)
{
    public Session? Session { get; set; }
}

internal sealed class PendingSignIns
{
    private readonly Lock _changing = new();
    private readonly Dictionary<string, PendingSignIn> _pending = new(StringComparer.Ordinal);

    public void Add(PendingSignIn pending)
    {
        lock (_changing)
        {
            _pending[pending.Id] = pending;
        }
    }

    public bool TryFind(string id, [NotNullWhen(true)] out PendingSignIn? pending)
    {
        lock (_changing)
        {
            return _pending.TryGetValue(id, out pending);
        }
    }

    public void Remove(PendingSignIn pending)
    {
        lock (_changing)
        {
            _pending.Remove(pending.Id);
        }
    }
}
