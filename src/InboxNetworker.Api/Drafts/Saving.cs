using System.Data.Common;
using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace InboxNetworker.Api.Drafts;

/// <summary>Into the Drafts folder, as a new mail or as a reply. Nothing is ever sent.</summary>
internal static class Saving
{
    public static void MapSaving(this RouteGroupBuilder contact) =>
        contact.MapPost("/drafts/save", SaveAsync).WithName("SaveDraft")
            .WithSummary("Puts the mail into the Drafts folder, on request as a reply in the last conversation. It is never sent; the people it goes to may come up again after 14 days.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Created<SavedDraftView>, ProblemHttpResult>> SaveAsync(
        string id, DraftToSave draft, NetworkContext db, CurrentMailbox mailbox, GraphMailbox graph, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { } with)
        {
            return Problems.NoSuchContact();
        }

        if (Refuse(draft) is { } problem)
        {
            return problem;
        }

        if (!TryRead(draft.To, with, out var to))
        {
            return Problems.BadParameter("to", $"1 to {Draft.MaxRecipients} mail addresses, each once");
        }

        var mail = Draft.FromText(to, draft.Subject, draft.Text);
        var (saved, continued) = await PutAsync(graph, with, mail, draft.Continue, time.GetUtcNow(), cancellation).ConfigureAwait(false);
        if (saved.Value is not { } value)
        {
            return Problems.From(saved.Problem!);
        }

        await TakenUpAsync(db, mailbox.Id, with, to, time.GetUtcNow()).ConfigureAwait(false);
        return TypedResults.Created((string?)null, new SavedDraftView(value.Id, value.WebLink, value.Subject, continued));
    }

    /// <summary>Where the conversation is gone it becomes a new mail, with «Re:» only where it answers their last one.</summary>
    private static async Task<(GraphAnswer<SavedDraft> Saved, bool Continued)> PutAsync(
        GraphMailbox graph, Relationship with, Draft mail, bool continues, DateTimeOffset now, CancellationToken cancellation)
    {
        var person = with.Person;
        if (continues && with.LastSubject is { } last)
        {
            var newest = await graph.NewestOfThreadAsync(person.Addresses, last.At, cancellation).ConfigureAwait(false);
            if (newest.Problem is not null)
            {
                return (new(null, newest.Problem), false);
            }

            if (newest.Value is { Length: > 0 } messageId)
            {
                return (await graph.SaveReplyAsync(messageId, new Participant(person.Address, person.Name), mail.Html, cancellation).ConfigureAwait(false), true);
            }

            mail = DraftFacts.Subject(with, now) is { } theirs ? mail with { Subject = Draft.OneLine($"Re: {DraftFacts.Bare(theirs.Text)}", Draft.MaxSubject) } : mail;
        }

        var names = person.Addresses.ToDictionary(a => a, _ => person.Name);
        return (await graph.SaveDraftAsync([.. mail.To.Select(a => new Participant(a, names.GetValueOrDefault(a)))], mail.Subject, mail.Html, cancellation).ConfigureAwait(false), false);
    }

    /// <summary>The draft stands whether it can be noted or not: an error here would only be answered with a second draft.</summary>
    private static async Task TakenUpAsync(NetworkContext db, long mailboxId, Relationship with, IReadOnlyList<EmailAddress> to, DateTimeOffset now)
    {
        try
        {
            await db.DraftedAsync(mailboxId, [.. with.Person.Addresses.Union(to)], now, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            // Then they may come up again before 14 days have passed.
        }
    }

    private static bool TryRead(IReadOnlyList<string>? wanted, Relationship with, out IReadOnlyList<EmailAddress> to)
    {
        if (wanted is null)
        {
            to = [with.Person.Address];
            return true;
        }

        to = wanted.Count > Draft.MaxRecipients ? [] : [.. wanted.Select(text => EmailAddress.TryParse(text, out var address) ? address : null).OfType<EmailAddress>().Distinct()];
        return to.Count == wanted.Count && to.Count > 0;
    }

    private static ProblemHttpResult? Refuse(DraftToSave draft)
    {
        if (draft.Subject is null || draft.Subject.Length > Draft.MaxSubject || draft.Subject.Any(char.IsControl))
        {
            return Problems.BadParameter("subject", $"one line of at most {Draft.MaxSubject} characters, without line ends");
        }

        return string.IsNullOrWhiteSpace(draft.Text) || draft.Text.Length > Draft.MaxText
            ? Problems.BadParameter("text", $"a text of 1 to {Draft.MaxText} characters")
            : null;
    }
}
