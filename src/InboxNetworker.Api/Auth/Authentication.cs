using System.Security.Claims;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace InboxNetworker.Api.Auth;

/// <summary>
/// In an organisation every request brings an access token for this Api's own scope
/// (https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens): signed by the sign-in service, for this Api, of a directory that
/// is let in, not run out, and of a person. What it says of roles makes no difference: nobody sees anything of anybody else.
/// </summary>
internal static class Authentication
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public static void AddTokens(this WebApplicationBuilder builder, Settings settings)
    {
        if (settings.Mode.IsLocal())
        {
            builder.Services.AddAuthorization();
            return;
        }

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SignInTransport, TimeProvider>((bearer, transport, time) => Configure(bearer, settings.SignIn, transport, time));
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(asked => HasScope(asked.User, settings.SignIn.Scope)).Build());
    }

    /// <summary>Who asks, so that it can be counted how often; whether they may is asked by <see cref="UseSignedIn"/>.</summary>
    public static void UseTokens(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<Settings>().Mode.IsLocal())
        {
            app.UseAuthentication();
        }
    }

    public static void UseSignedIn(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Settings>().Mode.IsLocal())
        {
            return;
        }

        app.UseAuthorization();
        app.Use(async (http, next) =>
        {
            if (OwnerIdOf(http.User) is { } owner)
            {
                await ChooseAsync(http, owner).ConfigureAwait(false);
            }

            await next(http).ConfigureAwait(false);
        });
    }

    /// <summary>The caller's object id in their directory; null where nobody signed in.</summary>
    public static string? OwnerIdOf(ClaimsPrincipal caller) => Guid.TryParse(caller.FindFirstValue("oid"), out var id) ? id.ToString() : null;

    public static string TenantOf(ClaimsPrincipal caller) => caller.FindFirstValue("tid")!;

    private static void Configure(JwtBearerOptions bearer, SignInSettings signIn, SignInTransport transport, TimeProvider time)
    {
        var tenants = signIn.Tenants.Select(t => t.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        bearer.MetadataAddress = new Uri(signIn.Instance, $"{signIn.AuthorityTenant}/v2.0/.well-known/openid-configuration").ToString();
        bearer.BackchannelHttpHandler = transport.Handler();
        bearer.MapInboundClaims = false;
        bearer.SaveToken = true; // with it Graph is asked on behalf of the caller
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudiences = [signIn.ClientId, $"api://{signIn.ClientId}"],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            IssuerValidator = (issuer, token, _) => tenants.Any(t => issuer.Equals(new Uri(signIn.Instance, $"{t}/v2.0").ToString(), StringComparison.OrdinalIgnoreCase))
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("A directory that is not let in."),
            LifetimeValidator = (from, until, _, _) => until is { } end && end + Skew > time.GetUtcNow().UtcDateTime && (from is not { } begin || begin - Skew < time.GetUtcNow().UtcDateTime),
        };
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                // The issuer names the directory, and the claim has to name the same: it selects the mailbox.
                var tenant = context.Principal?.FindFirstValue("tid");
                if (tenant is null || !tenants.Contains(tenant.ToLowerInvariant()) || OwnerIdOf(context.Principal!) is null
                    || context.Principal!.FindFirstValue("iss")?.Contains($"/{tenant}/", StringComparison.OrdinalIgnoreCase) != true)
                {
                    context.Fail("Of nobody who is let in.");
                }

                return Task.CompletedTask;
            },
        };
    }

    private static bool HasScope(ClaimsPrincipal caller, string scope) =>
        caller.FindFirstValue("scp") is { } scopes && scopes.Split(' ').Contains(scope, StringComparer.Ordinal);

    private static async Task ChooseAsync(HttpContext http, string owner)
    {
        var session = http.RequestServices.GetRequiredService<MailboxSessions>().Of(owner);
        http.RequestServices.GetRequiredService<ChosenSession>().Session = session;
        var mailbox = session.Services.GetRequiredService<CurrentMailbox>();
        if (mailbox.Id == 0)
        {
            // One that was stored before this start; of one that never was, there is nothing to see.
            mailbox.Id = await http.RequestServices.GetRequiredService<NetworkContext>().MailboxIdAsync(owner, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
