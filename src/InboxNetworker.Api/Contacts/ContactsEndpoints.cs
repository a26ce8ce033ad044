using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Contacts;

internal static class ContactsEndpoints
{
    private const int MaxQuery = 200;

    public static void AddContacts(this WebApplicationBuilder builder)
    {
        builder.Services.AddForMailbox<GraphPhotos>();
        builder.Services.AddForMailbox<Photos>();
    }

    public static void MapContacts(this WebApplication app)
    {
        var contacts = app.MapGroup("/api/contacts").WithTags("Contacts").ProducesProblem(StatusCodes.Status400BadRequest);
        contacts.MapGet("/", SearchAsync).WithName("SearchContacts").WithSummary("Everybody whose name, address, company or department holds the query and who is in one of the states, where any are named; the strongest tie first.");
        contacts.MapGet("/lookup", LookUpAsync).WithName("LookUpContact").WithSummary("Who is behind an address, and why they are suggested or not.");
        contacts.MapGet("/{id}", GetAsync).WithName("GetContact").WithSummary("One person, with the weekly history.").ProducesProblem(StatusCodes.Status404NotFound);
        app.MapPhotos();
        app.MapIdentity();
        app.MapPreferences();
    }

    private static async Task<Results<Ok<ContactList>, ProblemHttpResult>> SearchAsync(
        NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation, string? query = null, string[]? state = null, int limit = Limits.Default)
    {
        if (!Limits.Allows(limit))
        {
            return Problems.BadParameter(nameof(limit), Limits.Range);
        }

        if (query?.Length > MaxQuery)
        {
            return Problems.BadParameter(nameof(query), $"at most {MaxQuery} characters");
        }

        var states = new HashSet<RelationshipState>();
        foreach (var name in state ?? [])
        {
            if (!States.TryParse(name, out var one))
            {
                return Problems.BadParameter(nameof(state), States.All);
            }

            states.Add(one);
        }

        var now = time.GetUtcNow();
        var words = (query ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var relationships = await db.RelationshipsAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new ContactList([.. relationships
            .Where(r => r.Noise is null && words.All(word => Holds(r, word)))
            .Select(r => (Relationship: r, Assessment: RelationshipModel.Assess(r, now)))
            .Where(c => states.Count == 0 || states.Contains(c.Assessment.State))
            .OrderByDescending(c => c.Assessment.Tie).ThenBy(c => c.Relationship.Person.Id)
            .Take(limit)
            .Select(c => ContactItem.Of(c.Relationship, c.Assessment, now))]));
    }

    private static async Task<Results<Ok<LookupResult>, ProblemHttpResult>> LookUpAsync(
        NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation, string? address = null)
    {
        if (!EmailAddress.TryParse(address, out var parsed))
        {
            return Problems.BadParameter(nameof(address), "one mail address, as ana@example.com");
        }

        var own = await db.MailboxAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        if (own?.OwnAddresses.Contains(parsed) == true)
        {
            return TypedResults.Ok(LookupResult.Of(parsed, Listing.Own));
        }

        var relationship = await db.RelationshipAsync(mailbox.Id, parsed, cancellation).ConfigureAwait(false);
        var now = time.GetUtcNow();
        return TypedResults.Ok(relationship is null
            ? LookupResult.Of(parsed, await db.IsForgottenAsync(mailbox.Id, parsed, cancellation).ConfigureAwait(false) ? Listing.Forgotten : Listing.Unseen(parsed))
            : LookupResult.Of(parsed, Listing.StatusOf(relationship, RelationshipModel.Assess(relationship, now), now), await db.DetailAsync(mailbox.Id, relationship, now, cancellation).ConfigureAwait(false), await db.InfoBarAsync(mailbox.Id, relationship, now, cancellation).ConfigureAwait(false)));
    }

    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> GetAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) =>
        await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is { } relationship
            ? TypedResults.Ok(await db.DetailAsync(mailbox.Id, relationship, time.GetUtcNow(), cancellation).ConfigureAwait(false))
            : Problems.NoSuchContact();

    private static async Task<InfoBarView?> InfoBarAsync(this NetworkContext db, long mailboxId, Relationship relationship, DateTimeOffset now, CancellationToken cancellation) =>
        await db.AlertSettingsAsync(mailboxId, cancellation).ConfigureAwait(false) is { InfoBar: true }
        && await db.OpenAlertAsync(mailboxId, relationship.Person.Addresses, now, cancellation).ConfigureAwait(false) is { } alert
            ? InfoBarView.Of(alert)
            : null;

    private static bool Holds(Relationship relationship, string word)
    {
        var person = relationship.Person;
        return person.Addresses.Select(a => a.Value).Concat([person.Name, person.Department, person.Company, person.JobTitle])
            .Any(text => text?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true);
    }
}
