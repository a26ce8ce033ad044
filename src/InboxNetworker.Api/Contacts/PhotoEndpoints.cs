using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Contacts;

/// <summary>Faces beside names, where the organisation allows it. They are passed on and never stored.</summary>
internal static class PhotoEndpoints
{
    private const string ForADay = "private, max-age=86400";

    public static void MapPhotos(this WebApplication app) =>
        app.MapGet("/api/contacts/{id}/photo", GetAsync).WithTags("Contacts").WithName("GetContactPhoto")
            .Produces(StatusCodes.Status200OK, contentType: "image/jpeg").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The photo of somebody in the owner's organisation; no content where there is none, or where it may not be seen.");

    private static async Task<Results<FileContentHttpResult, NoContent, ProblemHttpResult>> GetAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, Photos photos, HttpContext http, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { } relationship)
        {
            return Problems.NoSuchContact();
        }

        var own = await db.MailboxAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        var domains = own?.OwnAddresses.Select(a => a.Domain).ToHashSet() ?? [];
        var colleague = relationship.Person.Addresses.Where(a => domains.Contains(a.Domain)).Select(a => a.Value).FirstOrDefault();
        var (jpeg, isFinal) = colleague is null ? (null, true) : await photos.OfAsync(colleague, cancellation).ConfigureAwait(false);
        http.Response.Headers.CacheControl = isFinal ? ForADay : "no-store";
        return jpeg is null ? TypedResults.NoContent() : TypedResults.File(jpeg, "image/jpeg");
    }
}

/// <summary>Asks the directory for photos, and not again for a while where it may not be asked: each person of a list would be refused alike.</summary>
internal sealed class Photos(GraphPhotos graph, TimeProvider time)
{
    private static readonly TimeSpan Refused = TimeSpan.FromHours(1);

    private long _notBefore;

    /// <returns>Null where there is none; and whether that can be relied on for a day.</returns>
    public async Task<(byte[]? Jpeg, bool IsFinal)> OfAsync(string user, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now.UtcTicks < Interlocked.Read(ref _notBefore))
        {
            return (null, false);
        }

        var answer = await graph.OfAsync(user, cancellation).ConfigureAwait(false);
        if (answer.Problem is { Kind: GraphProblemKind.Permission or GraphProblemKind.SignIn })
        {
            Interlocked.Exchange(ref _notBefore, (now + Refused).UtcTicks);
        }

        return (answer.Value is { Jpeg.Length: > 0 } photo ? photo.Jpeg : null, answer.Problem is null or { Kind: GraphProblemKind.NotFound });
    }
}
