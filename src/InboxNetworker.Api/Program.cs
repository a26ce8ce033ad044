using InboxNetworker.Api.Alerts;
using InboxNetworker.Api.Auth;
using InboxNetworker.Api.Contacts;
using InboxNetworker.Api.Doctor;
using InboxNetworker.Api.Drafts;
using InboxNetworker.Api.Filtered;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Mailboxes;
using InboxNetworker.Api.Month;
using InboxNetworker.Api.Preview;
using InboxNetworker.Api.Reconnect;

namespace InboxNetworker.Api;

internal static class Program
{
    public static Task<int> Main(string[] args) => args is [DoctorCommand.Name, .. var options]
        ? DoctorCommand.PrintAsync(options, Console.Out)
        : Startup.RunAsync(args, Build);

    /// <param name="adjust">For tests: replaces what belongs to the outside world, as the clock.</param>
    internal static WebApplication Build(string[] args, Action<IServiceCollection>? adjust = null)
    {
        var builder = Startup.CreateBuilder(args);
        builder.AddSettings();
        builder.AddSessions();
        builder.AddDemo();
        builder.AddStore();
        builder.AddSignIn();
        builder.AddGraphMailbox();
        builder.AddCluster();
        builder.AddReading();
        builder.AddAlerts();
        builder.AddReconnect();
        builder.AddContacts();
        builder.AddDrafts();
        builder.AddDescriptions();
        builder.AddHealth();
        builder.AddDoctor();
        builder.AddRequestLimits();
        builder.AddRateLimits();
        builder.AddStartSecret();
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseProblemDetails();
        app.UseLoopbackOnly();
        app.UseRequestLimits();
        app.UseTokens();
        app.UseRateLimits();
        app.UseStartSecret();
        app.UseBodyLimit();
        app.UsePane();
        app.UseLanguages();
        app.UseSignedIn();
        app.MapSession();
        app.MapReconnect();
        app.MapContacts();
        app.MapDrafts();
        app.MapMonth();
        app.MapAlerts();
        app.MapFiltered();
        app.MapMailboxes();
        app.MapPreview();
        app.MapDescriptions();
        app.MapHealth();
        return app;
    }
}
