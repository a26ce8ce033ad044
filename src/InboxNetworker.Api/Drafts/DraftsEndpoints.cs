using System.Data.Common;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.People;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Drafts;

internal static class DraftsEndpoints
{
    public static void MapDrafts(this WebApplication app)
    {
        var drafts = app.MapGroup("/api/contacts/{id}/drafts").WithTags("Drafts").ProducesProblem(StatusCodes.Status404NotFound);
        drafts.MapPost("/", ComposeAsync).WithName("ComposeDraft").WithSummary("A follow-up mail, ready to edit. Nothing is stored.");
        drafts.MapPost("/save", SaveAsync).WithName("SaveDraft").WithSummary("Puts the mail into the Drafts folder. It is never sent; the person may come up again after 14 days.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<DraftView>, ProblemHttpResult>> ComposeAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) =>
        await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is { } relationship
            ? TypedResults.Ok(DraftView.Of(FollowUp.For(relationship, time.GetUtcNow())))
            : Problems.NoSuchContact();

    private static async Task<Results<Created<SavedDraftView>, ProblemHttpResult>> SaveAsync(
        string id, DraftToSave draft, NetworkContext db, CurrentMailbox mailbox, GraphMailbox graph, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { } relationship)
        {
            return Problems.NoSuchContact();
        }

        if (Refuse(draft) is { } problem)
        {
            return problem;
        }

        var person = relationship.Person;
        var mail = Draft.FromText(person.Address.Value, draft.Subject, draft.Text);
        var saved = await graph.SaveDraftAsync(new Participant(person.Address, person.Name), mail.Subject, mail.Html, cancellation).ConfigureAwait(false);
        if (saved.Value is not { } value)
        {
            return Problems.From(saved.Problem!);
        }

        await TakenUpAsync(db, mailbox.Id, person, time.GetUtcNow()).ConfigureAwait(false);
        return TypedResults.Created((string?)null, new SavedDraftView(value.Id, value.WebLink, mail.Subject));
    }

    /// <summary>The draft stands whether it can be noted or not: an error here would only be answered with a second draft.</summary>
    private static async Task TakenUpAsync(NetworkContext db, long mailboxId, Person person, DateTimeOffset now)
    {
        try
        {
            await db.DraftedAsync(mailboxId, person.Addresses, now, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            // Then the person may come up again before 14 days have passed.
        }
    }

    private static ProblemHttpResult? Refuse(DraftToSave draft)
    {
        if (draft.Subject is null || draft.Subject.Length > Draft.MaxSubject)
        {
            return Problems.BadParameter("subject", $"a text of at most {Draft.MaxSubject} characters");
        }

        return string.IsNullOrWhiteSpace(draft.Text) || draft.Text.Length > Draft.MaxText
            ? Problems.BadParameter("text", $"a text of 1 to {Draft.MaxText} characters")
            : null;
    }
}
