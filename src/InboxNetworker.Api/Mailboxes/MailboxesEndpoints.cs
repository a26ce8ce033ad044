using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Mailboxes;

internal static class MailboxesEndpoints
{
    public static void AddReading(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SyncBoard>();
        builder.Services.AddSingleton<MailboxReader>();
        builder.Services.AddSingleton<ReadingService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReadingService>());
    }

    public static void MapMailboxes(this WebApplication app)
    {
        var mailboxes = app.MapGroup("/api").WithTags("Mailboxes");
        mailboxes.MapGet("/sync", GetStatus).WithName("GetSync").WithSummary("How far the mailbox has been read.");
        mailboxes.MapPost("/sync", StartReading).WithName("StartSync").WithSummary("Reads what is new; after the reading under way, if there is one.");
        mailboxes.MapGet("/events", Watch).WithName("WatchSync").WithSummary("Server-sent events «sync»: the status now, then every change.");
    }

    private static Ok<SyncStatus> GetStatus(SyncBoard board) => TypedResults.Ok(board.Status);

    private static Accepted<SyncStatus> StartReading(ReadingService reading, SyncBoard board)
    {
        reading.Request();
        return TypedResults.Accepted("/api/sync", board.Status);
    }

    private static ServerSentEventsResult<SyncStatus> Watch(SyncBoard board, IHostApplicationLifetime lifetime, CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(UntilStopAsync(board, lifetime, cancellation));

    /// <summary>A stream without an end would hold up the program's stop.</summary>
    private static async IAsyncEnumerable<SseItem<SyncStatus>> UntilStopAsync(SyncBoard board, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var watching = board.WatchAsync(either.Token).GetAsyncEnumerator(either.Token);
        await using (watching.ConfigureAwait(false))
        {
            while (await NextAsync(watching).ConfigureAwait(false))
            {
                yield return new SseItem<SyncStatus>(watching.Current, "sync");
            }
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<SyncStatus> watching)
    {
        try
        {
            return await watching.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
