using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace InboxNetworker.Api.Hosting;

/// <summary>From the command line to a running program, and a clear word when it does not get there.</summary>
internal static class Startup
{
    private const string DefaultUrl = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args, Func<string[], Action<IServiceCollection>?, WebApplication> build)
    {
        if (CommandLine.AsksForHelp(args))
        {
            Console.WriteLine(CommandLine.Usage);
            return 0;
        }

        try
        {
            if (args is [ManifestCommand.Name, ..])
            {
                Console.WriteLine(string.Join(Environment.NewLine, await ManifestCommand.RunAsync(args, CancellationToken.None).ConfigureAwait(false)));
                return 0;
            }

            var app = build(args, null);
            await using (app.ConfigureAwait(false))
            {
                await app.PrepareAsync(CancellationToken.None).ConfigureAwait(false);
                await app.StartAsync().ConfigureAwait(false);
                Announce(app);
                await app.WaitForShutdownAsync().ConfigureAwait(false);
                return 0;
            }
        }
        catch (StartException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return 1;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync("The address is taken by another program. Stop that one, or choose another address: --urls http://localhost:5081").ConfigureAwait(false);
            return 1;
        }
    }

    /// <exception cref="StartException">The command line cannot be understood.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        CommandLine.Check(args);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        });
        builder.Configuration.AddCommandLine(args, CommandLine.Switches);
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
        else
        {
            builder.WebHost.UseUrls(builder.Configuration["urls"]!);
        }

        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>Everything that may fail before anybody is served.</summary>
    /// <exception cref="StartException">A setting, a mailbox file or the store is not as it should be.</exception>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancellation)
    {
        app.CheckAddresses();
        await app.OpenDemoAsync(cancellation).ConfigureAwait(false);
        await app.OpenStoreAsync(cancellation).ConfigureAwait(false);
    }

    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var line in app.Services.GetServices<Announcement>().SelectMany(announcement => announcement()))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine($"InboxNetworker is here: {string.Join(", ", addresses)}  (Ctrl+C stops it)");
    }
}
