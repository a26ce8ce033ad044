using System.Security.Cryptography;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Core.Alerts;
using InboxNetworker.Core.Wording;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Alerts;

/// <summary>Everything is off until the owner says otherwise, channel by channel. Alerts speak the language in which the owner last said so.</summary>
internal static class SettingsEndpoints
{
    private const int SecretBytes = 32;

    public static void MapAlertSettings(this WebApplication app)
    {
        var settings = app.MapGroup("/api/alerts/settings").WithTags("Alerts");
        settings.MapGet("/", GetAsync).WithName("GetAlertSettings").WithSummary("How many alerts, by which channels, and how these are doing.");
        settings.MapPut("/", ReplaceAsync).WithName("PutAlertSettings").WithSummary("Replaces all of it; what waits for a channel is tried at once.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        settings.MapPost("/calendar", RenewAsync).WithName("RenewAlertCalendar").WithSummary("Gives the calendar another address; the one before is void.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<AlertSettingsView>> GetAsync(NetworkContext db, CurrentMailbox mailbox, OwnAddress own, CancellationToken cancellation) =>
        TypedResults.Ok(await db.ViewAsync(mailbox.Id, own, cancellation).ConfigureAwait(false));

    private static async Task<Results<Ok<AlertSettingsView>, ProblemHttpResult>> ReplaceAsync(
        AlertSettingsInput wanted, NetworkContext db, CurrentMailbox mailbox, OwnAddress own, IGrainFactory grains, TimeProvider time, CancellationToken cancellation)
    {
        if (mailbox.Id == 0)
        {
            return Problems.NotReadYet();
        }

        if (wanted.PerWeek is not (>= 0 and <= AlertNumbers.MaxPerWeek))
        {
            return Problems.BadParameter("perWeek", $"a whole number from 0 to {AlertNumbers.MaxPerWeek}");
        }

        if (wanted.DigestEveryWeeks is not (null or AlertSettingsView.OftenWeeks or AlertSettingsView.SeldomWeeks))
        {
            return Problems.BadParameter("digestEveryWeeks", $"{AlertSettingsView.OftenWeeks} or {AlertSettingsView.SeldomWeeks}");
        }

        await db.ChangeAlertSettingsAsync(mailbox.Id, RandomNumberGenerator.GetBytes(SecretBytes), row => Apply(wanted, Words.Current, row), cancellation).ConfigureAwait(false);
        await db.TryNowAsync(mailbox.Id, time.GetUtcNow(), cancellation).ConfigureAwait(false);
        await grains.Alerts(mailbox).BeginAsync().ConfigureAwait(false);
        return TypedResults.Ok(await db.ViewAsync(mailbox.Id, own, cancellation).ConfigureAwait(false));
    }

    private static async Task<Results<Ok<AlertSettingsView>, ProblemHttpResult>> RenewAsync(NetworkContext db, CurrentMailbox mailbox, OwnAddress own, CancellationToken cancellation)
    {
        if (await db.AlertSettingsAsync(mailbox.Id, cancellation).ConfigureAwait(false) is not { FeedSecret: not null })
        {
            return TypedResults.Problem(title: "The calendar is off", detail: "Turn it on first; it then has an address.", statusCode: StatusCodes.Status409Conflict);
        }

        await db.ChangeAlertSettingsAsync(mailbox.Id, null, row => row.FeedSecret = NewSecret(), cancellation).ConfigureAwait(false);
        return TypedResults.Ok(await db.ViewAsync(mailbox.Id, own, cancellation).ConfigureAwait(false));
    }

    private static void Apply(AlertSettingsInput wanted, Words spoken, AlertSettingsRow row)
    {
        (row.PerWeek, row.Pane, row.InfoBar, row.ToDo) = (wanted.PerWeek!.Value, wanted.Pane, wanted.InfoBar, wanted.ToDo);
        row.DigestEveryWeeks = wanted.Digest ? wanted.DigestEveryWeeks ?? AlertSettingsView.OftenWeeks : null;
        row.Language = spoken.Language;
        row.FeedSecret = wanted.Calendar ? row.FeedSecret ?? NewSecret() : null;
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    private static async Task<AlertSettingsView> ViewAsync(this NetworkContext db, long mailboxId, OwnAddress own, CancellationToken cancellation) => AlertSettingsView.Of(
        await db.AlertSettingsAsync(mailboxId, cancellation).ConfigureAwait(false),
        await db.UndeliveredAsync(mailboxId, null, cancellation).ConfigureAwait(false),
        own);
}
