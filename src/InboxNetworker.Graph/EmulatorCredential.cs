using Azure.Core;

namespace InboxNetworker.Graph;

/// <summary>The demo's sign-in: the emulator takes any token.</summary>
internal sealed class EmulatorCredential(TimeProvider time) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("emulator", time.GetUtcNow().AddHours(1));

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
