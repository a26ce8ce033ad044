using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Contacts;

/// <summary>What the owner wants of a relationship, and «not now»: both outlive every reading and outweigh the model.</summary>
internal static class PreferencesEndpoints
{
    public static void MapPreferences(this WebApplication app)
    {
        var contact = app.MapGroup("/api/contacts/{id}").WithTags("Contacts").ProducesProblem(StatusCodes.Status404NotFound);
        contact.MapPut("/preferences", ReplaceAsync).WithName("PutPreferences").ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Replaces all that is wished of this relationship: a snooze, letting it rest, keeping it, a rhythm, tags, a note.");
        contact.MapPost("/dismiss", DismissAsync).WithName("DismissSuggestion").WithSummary("Not now: the person may come up again after 14 days.");
        contact.MapDelete("/dismiss", TakeBackAsync).WithName("TakeBackDismissal").WithSummary("The person may come up again at once, dismissed or written a draft to.");
    }

    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> ReplaceAsync(
        string id, PreferencesView wanted, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { } relationship)
        {
            return Problems.NoSuchContact();
        }

        var now = time.GetUtcNow();
        var last = RelationshipModel.Assess(relationship, now).LastContact?.At;
        var preferences = Preferences.TryOf(
            wanted.SnoozedUntil, wanted.Resting, wanted.Pinned, wanted.EveryWeeks, wanted.Tags, wanted.Note, relationship.Word.Preferences.Snooze, last, now, out var refused);
        if (preferences is null)
        {
            return Problems.BadParameter(refused.Field, refused.Takes);
        }

        await db.ReplacePreferencesAsync(mailbox.Id, relationship.Person.Addresses, preferences, now, cancellation).ConfigureAwait(false);
        return await db.DetailOrProblemAsync(mailbox.Id, relationship.Person.Id, now, cancellation).ConfigureAwait(false);
    }

    private static Task<Results<Ok<ContactDetail>, ProblemHttpResult>> DismissAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) =>
        NotNowAsync(id, time.GetUtcNow(), db, mailbox, time, cancellation);

    private static Task<Results<Ok<ContactDetail>, ProblemHttpResult>> TakeBackAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) =>
        NotNowAsync(id, null, db, mailbox, time, cancellation);

    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> NotNowAsync(
        string id, DateTimeOffset? at, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { Person: var person })
        {
            return Problems.NoSuchContact();
        }

        await db.DismissedAsync(mailbox.Id, person.Addresses, at, cancellation).ConfigureAwait(false);
        return await db.DetailOrProblemAsync(mailbox.Id, person.Id, time.GetUtcNow(), cancellation).ConfigureAwait(false);
    }

    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> DetailOrProblemAsync(
        this NetworkContext db, long mailboxId, long contactId, DateTimeOffset now, CancellationToken cancellation) =>
        await db.RelationshipAsync(mailboxId, contactId, cancellation).ConfigureAwait(false) is { } relationship
            ? TypedResults.Ok(await db.DetailAsync(mailboxId, relationship, now, cancellation).ConfigureAwait(false))
            : Problems.NoSuchContact();
}
