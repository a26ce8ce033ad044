using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Contacts;

/// <summary>Which addresses are one person's: the owner's word on it, which no later reading overrules.</summary>
internal static class IdentityEndpoints
{
    private const int MaxQuestions = 5;

    public static void MapIdentity(this WebApplication app)
    {
        var contact = app.MapGroup("/api/contacts/{id}").WithTags("Contacts")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        contact.MapPost("/merge", MergeAsync).WithName("MergeContacts").WithSummary("These two are one person.");
        contact.MapPost("/not-same", KeepApartAsync).WithName("KeepContactsApart").WithSummary("These two are not one person; it is not asked again.");
        contact.MapPost("/undecided", ForgetAsync).WithName("ForgetIdentity").WithSummary("Takes back what was said of these addresses and this contact's others: it is left to the rules, and asked again.");
        contact.MapPost("/separate", SeparateAsync).WithName("SeparateAddress").WithSummary("This address is somebody else's.");
    }

    /// <summary>One person in full, with who else may be the same.</summary>
    public static async Task<ContactDetail> DetailAsync(this NetworkContext db, long mailboxId, Relationship relationship, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await db.KnownAddressesAsync(mailboxId, cancellation).ConfigureAwait(false);
        var choices = await db.IdentityChoicesAsync(mailboxId, cancellation).ConfigureAwait(false);
        var id = relationship.Person.Id;
        var owners = known.Where(k => k.ContactId != id).ToDictionary(k => k.Known.Address, k => k.ContactId);
        var answered = choices.Where(c => !c.Same).SelectMany(c => new[] { (Mine: c.A, Other: c.B), (Mine: c.B, Other: c.A) })
            .Where(c => relationship.Person.Addresses.Contains(c.Mine) && owners.ContainsKey(c.Other)).Select(c => owners[c.Other]).ToHashSet();
        var questions = Identity.Suggest([.. known.Where(k => k.ContactId == id).Select(k => k.Known)], known.Where(k => k.ContactId != id).Select(k => k.Known), choices)
            .DistinctBy(q => owners[q.Other]).Where(q => !answered.Contains(owners[q.Other])).Take(MaxQuestions);
        var views = new List<MaybeSameView>();
        foreach (var question in questions)
        {
            if (await db.RelationshipAsync(mailboxId, owners[question.Other], cancellation).ConfigureAwait(false) is { Noise: null } other)
            {
                views.Add(new MaybeSameView(ContactId.Of(other.Person.Id), other.Person.Name, question.Other.Value, question.Why));
            }
        }

        return ContactDetail.Of(relationship, views, now);
    }

    private static Task<Results<Ok<ContactDetail>, ProblemHttpResult>> MergeAsync(
        string id, OtherContact other, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) =>
        DecideAsync(id, other.With, same: true, db, mailbox, time, cancellation);

    private static Task<Results<Ok<ContactDetail>, ProblemHttpResult>> KeepApartAsync(
        string id, OtherContact other, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) =>
        DecideAsync(id, other.With, same: false, db, mailbox, time, cancellation);

    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> DecideAsync(
        string id, string with, bool same, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        var one = await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false);
        var two = await db.RelationshipAsync(mailbox.Id, ContactId.Parse(with), cancellation).ConfigureAwait(false);
        if (one is null || two is null)
        {
            return Problems.NoSuchContact();
        }

        if (one.Person.Id == two.Person.Id)
        {
            return Problems.BadParameter(nameof(with), "the id of another contact");
        }

        var choices = one.Person.Addresses.SelectMany(a => two.Person.Addresses, (a, b) => new IdentityChoice(a, b, same));
        return await ApplyAsync(one.Person.Addresses[0], choices, db, mailbox, time, cancellation).ConfigureAwait(false);
    }

    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> ForgetAsync(
        string id, SomeAddresses which, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { Person: var person })
        {
            return Problems.NoSuchContact();
        }

        var named = new HashSet<EmailAddress>();
        foreach (var text in which.Addresses)
        {
            if (!EmailAddress.TryParse(text, out var address))
            {
                return Problems.BadParameter(nameof(which.Addresses), "mail addresses, as ana@example.com");
            }

            named.Add(address);
        }

        var others = person.Addresses.Where(a => !named.Contains(a)).ToList();
        if (others.Count == 0)
        {
            return Problems.BadParameter(nameof(which.Addresses), "not all addresses of this contact");
        }

        await db.ForgetAsync(mailbox.Id, others.SelectMany(a => named, (a, b) => new IdentityChoice(a, b, Same: false)), cancellation).ConfigureAwait(false);
        return await RegroupAsync(others[0], db, mailbox, time, cancellation).ConfigureAwait(false);
    }

    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> SeparateAsync(
        string id, OneAddress which, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { Person: var person })
        {
            return Problems.NoSuchContact();
        }

        if (!EmailAddress.TryParse(which.Address, out var address) || !person.Addresses.Contains(address) || person.Addresses.Count == 1)
        {
            return Problems.BadParameter(nameof(address), "one of the several addresses of this contact");
        }

        var others = person.Addresses.Where(a => a != address).ToList();
        return await ApplyAsync(others[0], others.Select(other => new IdentityChoice(address, other, Same: false)), db, mailbox, time, cancellation).ConfigureAwait(false);
    }

    /// <returns>Whoever the address belongs to now.</returns>
    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> ApplyAsync(
        EmailAddress stays, IEnumerable<IdentityChoice> choices, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        await db.ChooseAsync(mailbox.Id, choices, cancellation).ConfigureAwait(false);
        return await RegroupAsync(stays, db, mailbox, time, cancellation).ConfigureAwait(false);
    }

    /// <returns>Whoever the address belongs to now.</returns>
    private static async Task<Results<Ok<ContactDetail>, ProblemHttpResult>> RegroupAsync(
        EmailAddress stays, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await new ContactWriter(db).ApplyAsync(mailbox.Id, directory: null, cancellation).ConfigureAwait(false);
        var now = (await db.RelationshipAsync(mailbox.Id, stays, cancellation).ConfigureAwait(false))!;
        return TypedResults.Ok(await db.DetailAsync(mailbox.Id, now, time.GetUtcNow(), cancellation).ConfigureAwait(false));
    }
}
