using System.Globalization;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Alerts;

internal static class AlertsEndpoints
{
    public static void AddAlerts(this WebApplicationBuilder builder)
    {
        builder.Services.AddForMailbox<GraphSelf>();
        builder.Services.AddSingleton<OwnAddress>();
        builder.Services.AddForMailbox<AlertBoard>();
        builder.Services.AddForMailbox<OwnersHours>();
        builder.Services.AddSingleton<SignedLinks>();
        builder.Services.AddForMailbox<DigestMail>();
        builder.Services.AddForMailbox<Delivering>();
        builder.Services.AddForMailbox<AlertRound>();
        builder.Services.AddScoped<AfterReading>(services => async cancellation =>
        {
            // A silo that stops begins no grain any more, and a call to one would never end.
            if (!cancellation.IsCancellationRequested)
            {
                await services.GetRequiredService<IGrainFactory>().Alerts(services.GetRequiredService<CurrentMailbox>()).RunAsync().WaitAsync(cancellation).ConfigureAwait(false);
            }
        });
    }

    public static void MapAlerts(this WebApplication app)
    {
        var alerts = app.MapGroup("/api/alerts").WithTags("Alerts");
        alerts.MapGet("/", ListAsync).WithName("GetAlerts").WithSummary("What is worth doing now: few, each with its reason, or nothing.");
        alerts.MapGet("/events", Watch).WithName("WatchAlerts").WithSummary("Server-sent events «alerts»: how many there are now, then every change.");
        alerts.MapPost("/seen", SeeAsync).WithName("SeeAlerts").WithSummary("Everything was seen: the badge goes.");
        alerts.MapPost("/{id}/dismiss", DismissAsync).WithName("DismissAlert").WithSummary("Puts it away for good.").ProducesProblem(StatusCodes.Status404NotFound);
        alerts.MapPost("/{id}/acted", ActAsync).WithName("ActOnAlert").WithSummary("The owner did something about it.").ProducesProblem(StatusCodes.Status404NotFound);
        app.MapAlertSettings();
        app.MapLinks();
    }

    public static IAlertGrain Alerts(this IGrainFactory grains, CurrentMailbox mailbox) => grains.GetGrain<IAlertGrain>(mailbox.Key);

    private static async Task<Ok<AlertList>> ListAsync(NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) =>
        TypedResults.Ok(await db.AlertListAsync(mailbox.Id, time.GetUtcNow(), cancellation).ConfigureAwait(false));

    private static async Task<Ok<AlertList>> SeeAsync(NetworkContext db, CurrentMailbox mailbox, AlertRound round, TimeProvider time, CancellationToken cancellation)
    {
        await db.SeeAlertsAsync(mailbox.Id, time.GetUtcNow(), cancellation).ConfigureAwait(false);
        await round.TellAsync(cancellation).ConfigureAwait(false);
        return TypedResults.Ok(await db.AlertListAsync(mailbox.Id, time.GetUtcNow(), cancellation).ConfigureAwait(false));
    }

    private static Task<Results<Ok<AlertList>, ProblemHttpResult>> DismissAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, AlertRound round, TimeProvider time, CancellationToken cancellation) =>
        CloseAsync(db.DismissAlertAsync(mailbox.Id, Parse(id), time.GetUtcNow(), cancellation), db, mailbox, round, time, cancellation);

    private static Task<Results<Ok<AlertList>, ProblemHttpResult>> ActAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, AlertRound round, TimeProvider time, CancellationToken cancellation) =>
        CloseAsync(db.ActOnAlertAsync(mailbox.Id, Parse(id), time.GetUtcNow(), cancellation), db, mailbox, round, time, cancellation);

    private static async Task<Results<Ok<AlertList>, ProblemHttpResult>> CloseAsync(
        Task<bool> close, NetworkContext db, CurrentMailbox mailbox, AlertRound round, TimeProvider time, CancellationToken cancellation)
    {
        if (!await close.ConfigureAwait(false))
        {
            return TypedResults.Problem(title: "There is no such alert", detail: "The list may have changed since it was shown; read it again.", statusCode: StatusCodes.Status404NotFound);
        }

        await round.TellAsync(cancellation).ConfigureAwait(false);
        return TypedResults.Ok(await db.AlertListAsync(mailbox.Id, time.GetUtcNow(), cancellation).ConfigureAwait(false));
    }

    private static async Task<AlertList> AlertListAsync(this NetworkContext db, long mailboxId, DateTimeOffset now, CancellationToken cancellation)
    {
        var settings = await db.AlertSettingsAsync(mailboxId, cancellation).ConfigureAwait(false);
        var open = await db.OpenAlertsAsync(mailboxId, now, cancellation).ConfigureAwait(false);
        return new AlertList(settings?.IsOn() == true, settings?.Pane == true ? open.Count(a => a.SeenAt is null) : 0, [.. open.Select(AlertView.Of)]);
    }

    private static ServerSentEventsResult<AlertStatus> Watch(AlertBoard board, IHostApplicationLifetime lifetime, CancellationToken cancellation) =>
        ServerEvents.Of(board.WatchAsync, "alerts", lifetime, cancellation);

    /// <returns>0, which no alert has, for anything that is not an id.</returns>
    private static long Parse(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
