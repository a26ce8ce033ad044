using System.Globalization;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>What was read and done, for the owner to see, and how long single messages are kept.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this WebApplication app)
    {
        var data = app.MapGroup("/api").WithTags("Mailboxes");
        data.MapGet("/audit", AuditAsync).WithName("GetAudit").ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("What was read and done and when, the newest first: a year, and at most a thousand lines. It names nobody.");
        data.MapGet("/retention", RetentionAsync).WithName("GetRetention").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("For how many years single messages and meetings are kept. The weekly history of each person stays.");
        data.MapPut("/retention", RetainAsync).WithName("SetRetention").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Keeps single messages and meetings for so many years; what is older goes with the next reading. 0 keeps them for good.");
    }

    private static async Task<Results<Ok<AuditList>, ProblemHttpResult>> AuditAsync(
        NetworkContext db, CurrentMailbox mailbox, CancellationToken cancellation, string? cursor = null, int limit = Limits.Default)
    {
        if (!Limits.Allows(limit))
        {
            return Problems.BadParameter(nameof(limit), Limits.Range);
        }

        long? before = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        if (cursor is not null && before is null)
        {
            return Problems.BadParameter(nameof(cursor), "the cursor that came with the page before");
        }

        var rows = await db.AuditAsync(mailbox.Id, before, limit + 1, cancellation).ConfigureAwait(false);
        var next = rows.Count > limit ? rows[limit - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new AuditList([.. rows.Take(limit).Select(r => new AuditItem(r.At, r.What, r.Count, r.Times))], next));
    }

    private static async Task<Results<Ok<RetentionView>, ProblemHttpResult>> RetentionAsync(NetworkContext db, CurrentMailbox mailbox, CancellationToken cancellation) =>
        await db.RetentionAsync(mailbox.Id, cancellation).ConfigureAwait(false) is { } kept ? TypedResults.Ok(new RetentionView(kept.Years, kept.DroppedBefore)) : Problems.NotReadYet();

    private static async Task<Results<Ok<RetentionView>, ProblemHttpResult>> RetainAsync(
        RetentionChoice choice, NetworkContext db, CurrentMailbox mailbox, CancellationToken cancellation)
    {
        if (choice.Years is < 0 or > RetentionQueries.MaxYears)
        {
            return Problems.BadParameter("years", $"a whole number from 0 to {RetentionQueries.MaxYears}");
        }

        return await db.RetainAsync(mailbox.Id, choice.Years, cancellation).ConfigureAwait(false)
            ? await RetentionAsync(db, mailbox, cancellation).ConfigureAwait(false)
            : Problems.NotReadYet();
    }
}

/// <param name="Cursor">Gives the next page; null at the end.</param>
public sealed record AuditList(IReadOnlyList<AuditItem> Items, string? Cursor);

/// <param name="At">Of the last time, where it stands for several.</param>
/// <param name="Count">How many of what it was done with: messages and meetings read for the first time or dropped, alerts; 0 where there is nothing to count.</param>
/// <param name="Times">1; for readings, how many went through that day.</param>
public sealed record AuditItem(DateTimeOffset At, AuditEvent What, int Count, int Times);

/// <param name="Years">0 for good.</param>
/// <param name="DroppedBefore">Single messages and meetings from before then are gone; null where none are.</param>
public sealed record RetentionView(int Years, DateTimeOffset? DroppedBefore);

/// <param name="Years">0 to 50; 0 for good.</param>
public sealed record RetentionChoice(int Years);
