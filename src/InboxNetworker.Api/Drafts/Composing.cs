using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Network;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Drafts;

/// <summary>From a relationship and an intent to a mail ready to edit. Nothing is stored.</summary>
internal static class Composing
{
    private const int Introducible = 20;

    public static void MapComposing(this RouteGroupBuilder contact)
    {
        contact.MapPost("/drafts", ComposeAsync).WithName("ComposeDraft").WithSummary("A mail with an intent, ready to edit, in the language asked for. Nothing is stored.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        contact.MapGet("/introductions", IntroduceAsync).WithName("GetIntroductions").WithSummary("Whom to introduce them to: people of other places who were never seen together with them, the strongest tie first.");
    }

    private static async Task<Results<Ok<DraftView>, ProblemHttpResult>> ComposeAsync(
        string id, DraftWanted? wanted, NetworkContext db, CurrentMailbox mailbox, LiquidTemplates templates, DraftWriter writer, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { } with)
        {
            return Problems.NoSuchContact();
        }

        if (wanted is { Writer: true } && !writer.IsThere)
        {
            return Problems.BadParameter("writer", "true only where an AI writer is configured");
        }

        var now = time.GetUtcNow();
        var intents = Intents.For(with, now);
        var intent = wanted?.Intent ?? intents[0];
        var (other, problem) = await OtherAsync(db, mailbox.Id, with, intent, wanted?.With, cancellation).ConfigureAwait(false);
        if (problem is not null)
        {
            return problem;
        }

        var owner = await db.OwnerNameAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        var facts = DraftFacts.Of(with, other, owner, now, Words.Current);
        var own = await db.TemplateAsync(mailbox.Id, intent, Words.Current.Language, cancellation).ConfigureAwait(false);
        var (written, fault) = own is null ? (null, null) : templates.Write(own, facts);
        var draft = written ?? templates.Write(Template.BuiltIn(intent, Words.Current), facts).Draft!;
        var rewritten = wanted is { Writer: true } ? await writer.RewriteAsync(draft, Words.Current, cancellation).ConfigureAwait(false) : null;
        return TypedResults.Ok(View(
            rewritten ?? draft, intent, intents, rewritten is not null ? WrittenBy.Ai : wanted is { Writer: true } ? WrittenBy.TemplateInstead : WrittenBy.Template, fault?.Reason, writer.IsThere, Continues(with, intent, now)));
    }

    private static DraftView View(Draft draft, Intent intent, IReadOnlyList<Intent> intents, WrittenBy by, string? fault, bool canRewrite, ContinuesView? continues) =>
        new(intent, intents, [.. draft.To.Select(a => a.Value)], draft.Subject, draft.Html, draft.Text, by, fault, canRewrite, continues);

    private static ContinuesView? Continues(Relationship with, Intent intent, DateTimeOffset now) =>
        intent != Intent.Introduce && with.LastSubject is { } subject && subject.At <= now && DraftFacts.Bare(subject.Text) is { Length: > 0 } bare
            ? new(bare, intent == Intent.Answer && Intents.For(with, now)[0] == Intent.Answer)
            : null;

    private static async Task<(Relationship? Other, ProblemHttpResult? Problem)> OtherAsync(
        NetworkContext db, long mailboxId, Relationship with, Intent intent, string? otherId, CancellationToken cancellation)
    {
        if (intent != Intent.Introduce)
        {
            return otherId is null ? (null, null) : (null, Problems.BadParameter("with", "somebody only where two people are introduced"));
        }

        if (otherId is null || ContactId.Parse(otherId) is var id && id == with.Person.Id)
        {
            return (null, Problems.BadParameter("with", "the id of the other person, where two people are introduced"));
        }

        if (await db.RelationshipAsync(mailboxId, id, cancellation).ConfigureAwait(false) is not { } other)
        {
            return (null, Problems.NoSuchContact());
        }

        return (await db.SeenWithAsync(mailboxId, with.Person.Id, cancellation).ConfigureAwait(false)).Contains(id)
            ? (null, TypedResults.Problem(
                title: "These two know each other",
                detail: "They stood on one of your mails or sat in a meeting together. Choose somebody else to introduce.",
                statusCode: StatusCodes.Status409Conflict))
            : (other, null);
    }

    private static async Task<Results<Ok<IntroductionList>, ProblemHttpResult>> IntroduceAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(id), cancellation).ConfigureAwait(false) is not { } with)
        {
            return Problems.NoSuchContact();
        }

        var people = await db.RelationshipsAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        var together = await db.SeenWithAsync(mailbox.Id, with.Person.Id, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(new IntroductionList([.. Introductions.For(with, people, together, Introducible, time.GetUtcNow())
            .Select(r => new IntroductionView(ContactId.Of(r.Person.Id), r.Person.Name, r.Person.Address.Value, r.Person.Company, r.Person.Department))]));
    }
}
