using System.Net;
using System.Security.Cryptography.X509Certificates;
using InboxNetworker.GraphEmulator.Service;
using InboxNetworker.GraphEmulator.SignIn.Grants;
using InboxNetworker.GraphEmulator.SignIn.Pages;

namespace InboxNetworker.GraphEmulator.SignIn;

/// <summary>The web server of a tenant: sign-in where it is spoken to over https, Graph where over http.</summary>
internal static class TenantServer
{
    public static WebApplication Build(TenantOptions options, TenantDirectory directory, X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.SignInPort, listen => listen.UseHttps(certificate));
            kestrel.Listen(IPAddress.Loopback, options.GraphPort);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HostedLifetime>();
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton(directory);
        builder.Services.AddSingleton(_ => new SigningKeys());
        builder.Services.AddSingleton<SignInLog>();
        builder.Services.AddSingleton<TokenMaker>();
        builder.Services.AddSingleton<TokenReading>();
        builder.Services.AddSingleton<ClientAssertions>();
        builder.Services.AddSingleton<ClientAuthentication>();
        builder.Services.AddSingleton<UserTokens>();
        builder.Services.AddSingleton<AuthorizationCodes>();
        builder.Services.AddSingleton<DeviceCodes>();
        builder.Services.AddSingleton<PendingSignIns>();
        builder.Services.AddSingleton<SignInPages>();
        builder.Services.AddSingleton(services => new TokenMint(directory, services.GetRequiredService<SigningKeys>(), services.GetRequiredService<TokenMaker>()));
        return builder.Build();
    }

    public static void Map(WebApplication app, GraphDoor door)
    {
        app.Use(next => http => http.Request.IsHttps ? next(http) : door.Serve(http));
        app.Use(next => http => SignInFrame.Serve(http, next));
        app.UseRouting();
        app.MapDiscovery();
        app.MapToken();
        app.MapPages();
    }
}
