using System.Globalization;
using Azure.Core;

namespace InboxNetworker.Graph;

/// <summary>The demo's sign-in: the emulator takes any token. A claim brings a new one, as with a real sign-in.</summary>
internal sealed class EmulatorCredential(TimeProvider time) : TokenCredential
{
    private int _generation;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var generation = requestContext.Claims is null ? Volatile.Read(ref _generation) : Interlocked.Increment(ref _generation);
        return new("emulator-" + generation.ToString(CultureInfo.InvariantCulture), time.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
