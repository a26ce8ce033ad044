using InboxNetworker.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Mailboxes;

internal static class MailboxesEndpoints
{
    public static void AddReading(this WebApplicationBuilder builder)
    {
        builder.Services.AddForMailbox<SyncBoard>();
        builder.Services.AddForMailbox<StoreDigest>();
        builder.Services.AddForMailbox<MailReading>();
        builder.Services.AddForMailbox<CalendarReading>();
        builder.Services.AddForMailbox<Subscriber>();
        builder.Services.AddForMailbox<MailboxReader>();
        builder.Services.AddForMailbox<Eraser>();
        builder.Services.AddHostedService<ReadingService>();
        builder.Services.AddSingleton<BeginReading>(services => key => services.GetRequiredService<IGrainFactory>().Mailbox(key).StartAsync());
    }

    public static void MapMailboxes(this WebApplication app)
    {
        var mailboxes = app.MapGroup("/api").WithTags("Mailboxes");
        mailboxes.MapGet("/sync", GetStatusAsync).WithName("GetSync").WithSummary("How far the mailbox has been read, and a digest of what is stored.");
        mailboxes.MapPost("/sync", StartReadingAsync).WithName("StartSync").WithSummary("Reads what is new; after the reading under way, if there is one. After an erasure, everything, and every so often again.");
        app.MapNotifications();
        app.MapOwnData();
        app.MapForgetting();
        app.MapAudit();
        mailboxes.MapGet("/events", Watch).WithName("WatchSync").WithSummary("Server-sent events «sync»: the status now, then every change.");
    }

    private static async Task<Ok<SyncReport>> GetStatusAsync(SyncBoard board, CurrentMailbox mailbox, StoreDigest digest, CancellationToken cancellation)
    {
        var status = board.Status;
        string? hash = null;
        try
        {
            hash = status.Running ? null : await digest.OfAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (StoreTrouble.In(error) is not null)
        {
            // What is wrong with the store is what this is asked for.
        }

        return TypedResults.Ok(new SyncReport(status) { Digest = hash });
    }

    private static async Task<Accepted<SyncStatus>> StartReadingAsync(IGrainFactory grains, CurrentMailbox mailbox, SyncBoard board)
    {
        await grains.Mailbox(mailbox.Key).StartAsync().ConfigureAwait(false);
        return TypedResults.Accepted("/api/sync", board.Status);
    }

    private static ServerSentEventsResult<SyncStatus> Watch(SyncBoard board, IHostApplicationLifetime lifetime, CancellationToken cancellation) =>
        ServerEvents.Of(board.WatchAsync, "sync", lifetime, cancellation);
}
