using InboxNetworker.Api.Hosting;
using InboxNetworker.Data;
using InboxNetworker.Data.Entities;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>What is stored belongs to the owner: all of it can be taken along, and all of it can go.</summary>
internal static class OwnDataEndpoints
{
    public static void MapOwnData(this WebApplication app)
    {
        var data = app.MapGroup("/api").WithTags("Mailboxes");
        data.MapGet("/owner", GetOwnerAsync).WithName("GetOwner").WithSummary("Whose mailbox is read, and under which addresses; mail between these is left out.");
        data.MapGet("/export", ExportAsync).WithName("ExportData").Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .WithSummary("Everything that is stored, as a zip of JSON and CSV.");
        data.MapDelete("/data", EraseAsync).WithName("EraseData")
            .WithSummary("Erases everything at once, and reads no more until it is asked to. The mailbox itself stays as it is.");
    }

    private static async Task<Ok<OwnerView>> GetOwnerAsync(NetworkContext db, CurrentMailbox mailbox, CancellationToken cancellation) =>
        TypedResults.Ok(OwnerView.Of(await db.MailboxAsync(mailbox.Id, cancellation).ConfigureAwait(false)));

    private static PushStreamHttpResult ExportAsync(NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) => TypedResults.Stream(
        async output =>
        {
            await db.NoteAsync(mailbox.Id, AuditEvent.Export, 0, time.GetUtcNow(), cancellation).ConfigureAwait(false);

            // The archive is written in one go and in parts no larger than a few people, so that it fits into memory.
            var whole = new MemoryStream();
            await Export.WriteAsync(whole, db, mailbox.Id, time.GetUtcNow(), cancellation).ConfigureAwait(false);
            whole.Position = 0;
            await whole.CopyToAsync(output, cancellation).ConfigureAwait(false);
        },
        "application/zip",
        "inboxnetworker.zip");

    private static async Task<NoContent> EraseAsync(IGrainFactory grains, CurrentMailbox mailbox)
    {
        await grains.Mailbox(mailbox.Key).EraseAsync().ConfigureAwait(false);
        return TypedResults.NoContent();
    }
}

/// <param name="Addresses">The primary one first; none before anything has been read.</param>
public sealed record OwnerView(string Name, IReadOnlyList<string> Addresses)
{
    public static OwnerView Of(MailboxRecord? mailbox) => mailbox is null ? new(string.Empty, []) : new(mailbox.OwnerName, [.. mailbox.OwnAddresses.Select(a => a.Value)]);
}
