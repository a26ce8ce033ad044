using Azure.Core;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;

namespace InboxNetworker.Api.Auth;

/// <summary>What of signing in each mode has: none, one person's own, or an organisation's.</summary>
internal static class SignIn
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(Settings.Section).Get<Settings>() ?? new Settings();
        builder.Services.AddSingleton(SignInTransport.Default);
        builder.Services.AddForMailbox<GrantedPermissions>();
        builder.Services.AddForMailbox<AccountBoard>();
        builder.Services.AddForMailbox<Arrival>();
        builder.AddTokens(settings);
        if (!settings.Mode.IsLocal())
        {
            builder.Services.AddSingleton(new TrustedOrigin(settings.SignIn.Instance.GetLeftPart(UriPartial.Authority)));
        }

        switch (settings)
        {
            case { Mode: Mode.Demo }:
                builder.Services.AddSingleton<ReadableMailboxes>((_, _) => Task.FromResult<IReadOnlyList<string>>([nameof(Mode.Demo)]));
                return;
            case { Mode: Mode.Personal }:
                builder.AddPersonal();
                break;
            case { SignIn.Access: GraphAccess.Application }:
                builder.Services.AddSingleton(services => services.GetRequiredService<ProgramIdentity>().Credential());
                builder.Services.AddSingleton<ReadableMailboxes>((db, cancellation) => db.OwnerIdsAsync(cancellation));
                break;
            default:
                builder.Services.AddForMailbox<LongRunningCredential>();
                builder.Services.AddScoped<TokenCredential>(services => services.GetRequiredService<LongRunningCredential>());
                builder.Services.AddSingleton<ReadableMailboxes>((db, cancellation) => db.SignedInOwnerIdsAsync(cancellation));
                builder.Services.AddScoped<ErasedWithData>(services => (_, _) =>
                {
                    services.GetRequiredService<LongRunningCredential>().Forget();
                    return Task.CompletedTask;
                });
                break;
        }

        builder.Services.AddSingleton<ProgramIdentity>();
        builder.AddKeys(settings);
    }

    private static void AddPersonal(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ProtectedTokenCache>();
        builder.Services.AddForMailbox<PersonalSignIn>();
        builder.Services.AddScoped<TokenCredential>(services => services.GetRequiredService<PersonalSignIn>());

        builder.Services.AddSingleton<Announcement>(services => () => services.GetRequiredService<MailboxSessions>().Of(nameof(Mode.Personal)).Services.GetRequiredService<PersonalSignIn>().IsKnown
            ? []
            : ["Nobody is signed in yet: open the address below and choose «Sign in».", "The sign-in will be kept in an encrypted file beside the database, that only you can read."]);

        // Also of one who has not signed in yet: the reading says so, and what to do.
        builder.Services.AddSingleton<ReadableMailboxes>((_, _) => Task.FromResult<IReadOnlyList<string>>([nameof(Mode.Personal)]));
        builder.Services.AddScoped<ErasedWithData>(services => (_, _) =>
        {
            services.GetRequiredService<PersonalSignIn>().SignOut();
            return Task.CompletedTask;
        });
    }
}
