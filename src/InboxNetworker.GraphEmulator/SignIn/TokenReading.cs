using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InboxNetworker.GraphEmulator.SignIn;

internal enum TokenFault
{
    None,
    Malformed,
    Signature,
    Issuer,
    Lifetime,
}

/// <summary>What a token issued here says.</summary>
internal sealed record ReadToken(TokenFault Fault)
{
    public string? Audience { get; init; }

    public string? Session { get; init; }

    public string? ObjectId { get; init; }

    public DateTimeOffset Ends { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool IsOfUser { get; init; }

    public bool HandlesClaims { get; init; }
}

/// <summary>Checks the tokens of this tenant: signature, issuer and lifetime; the audience is the caller's to judge.</summary>
internal sealed class TokenReading(TenantDirectory directory, SigningKeys keys)
{
    /// <summary>The service forgives clocks this much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <param name="skew">How long after its end the token still counts; null for the usual five minutes.</param>
    public async Task<ReadToken> ReadAsync(string text, TimeSpan? skew = null)
    {
        if (!_handler.CanReadToken(text))
        {
            return new ReadToken(TokenFault.Malformed);
        }

        var checkedSignature = await _handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = keys.Published,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        if (!checkedSignature.IsValid)
        {
            return new ReadToken(TokenFault.Signature);
        }

        var token = (JsonWebToken)checkedSignature.SecurityToken;
        var now = directory.Now;
        var ends = new DateTimeOffset(token.ValidTo, TimeSpan.Zero);
        var fault = token.Issuer != directory.Issuer || Claim(token, "tid") != directory.TenantId ? TokenFault.Issuer
            : ends + (skew ?? Skew) <= now || new DateTimeOffset(token.ValidFrom, TimeSpan.Zero) - Skew > now ? TokenFault.Lifetime
            : TokenFault.None;
        return new ReadToken(fault)
        {
            Audience = token.Audiences.FirstOrDefault(),
            Session = Claim(token, "sid"),
            ObjectId = Claim(token, "oid"),
            Ends = ends,
            Roles = [.. token.Claims.Where(c => c.Type == "roles").Select(c => c.Value)],
            IsOfUser = Claim(token, "scp") is not null,
            HandlesClaims = token.Claims.Any(c => c.Type == "xms_cc" && c.Value == "cp1"),
        };
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
