using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Drafts;
using InboxNetworker.Core.Relationships;
using InboxNetworker.Core.Wording;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Drafts;

/// <summary>What drafts are written by, in the language asked for; the owner may change each, and go back.</summary>
internal static class TemplatesEndpoints
{
    public static void MapTemplates(this WebApplication app)
    {
        var templates = app.MapGroup("/api/templates").WithTags("Drafts");
        templates.MapGet("/", ListAsync).WithName("GetTemplates").WithSummary("One template for each intent, and what can stand in it.");
        var one = templates.MapGroup("/{intent}").ProducesProblem(StatusCodes.Status400BadRequest);
        one.MapPut("/", ReplaceAsync).WithName("PutTemplate").WithSummary("Replaces it; one that cannot be used is refused with the line, and the one before stays.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        one.MapDelete("/", ResetAsync).WithName("ResetTemplate").WithSummary("The one that came with the product counts again.");
        one.MapPost("/preview", PreviewAsync).WithName("PreviewTemplate").WithSummary("The mail it would make for a contact. Nothing is stored.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<TemplateList>> ListAsync(NetworkContext db, CurrentMailbox mailbox, CancellationToken cancellation) =>
        TypedResults.Ok(await db.ViewAsync(mailbox.Id, cancellation).ConfigureAwait(false));

    private static async Task<Results<Ok<TemplateList>, ProblemHttpResult>> ReplaceAsync(
        string intent, TemplateInput wanted, NetworkContext db, CurrentMailbox mailbox, LiquidTemplates templates, CancellationToken cancellation)
    {
        if (mailbox.Id == 0)
        {
            return Problems.NotReadYet();
        }

        if (Read(intent, wanted, templates, out var of, out var template) is { } problem)
        {
            return problem;
        }

        if (template == Template.BuiltIn(of, Words.Current))
        {
            await db.ResetTemplateAsync(mailbox.Id, of, Words.Current.Language, cancellation).ConfigureAwait(false);
        }
        else
        {
            await db.ReplaceTemplateAsync(mailbox.Id, of, Words.Current.Language, template, cancellation).ConfigureAwait(false);
        }

        return TypedResults.Ok(await db.ViewAsync(mailbox.Id, cancellation).ConfigureAwait(false));
    }

    private static async Task<Results<Ok<TemplateList>, ProblemHttpResult>> ResetAsync(string intent, NetworkContext db, CurrentMailbox mailbox, CancellationToken cancellation)
    {
        if (!TryParse(intent, out var of))
        {
            return UnknownIntent();
        }

        await db.ResetTemplateAsync(mailbox.Id, of, Words.Current.Language, cancellation).ConfigureAwait(false);
        return TypedResults.Ok(await db.ViewAsync(mailbox.Id, cancellation).ConfigureAwait(false));
    }

    private static async Task<Results<Ok<TemplatePreview>, ProblemHttpResult>> PreviewAsync(
        string intent, TemplateTrial wanted, NetworkContext db, CurrentMailbox mailbox, LiquidTemplates templates, TimeProvider time, CancellationToken cancellation)
    {
        if (Read(intent, new TemplateInput(wanted.Subject, wanted.Text), templates, out var of, out var template) is { } problem)
        {
            return problem;
        }

        if (await db.RelationshipAsync(mailbox.Id, ContactId.Parse(wanted.Contact ?? string.Empty), cancellation).ConfigureAwait(false) is not { } with)
        {
            return Problems.NoSuchContact();
        }

        Relationship? other = null;
        if (of == Intent.Introduce)
        {
            // Of a trial it does not matter whether they know each other.
            other = wanted.With is null ? with : await db.RelationshipAsync(mailbox.Id, ContactId.Parse(wanted.With), cancellation).ConfigureAwait(false);
            if (other is null)
            {
                return Problems.NoSuchContact();
            }
        }

        var owner = await db.OwnerNameAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        var (draft, fault) = templates.Write(template, DraftFacts.Of(with, other, owner, time.GetUtcNow(), Words.Current));
        return draft is null ? Unusable(fault!) : TypedResults.Ok(new TemplatePreview(with.Person.Name, draft.Subject, draft.Text));
    }

    private static ProblemHttpResult? Read(string intent, TemplateInput wanted, LiquidTemplates templates, out Intent of, out Template template)
    {
        template = new Template(wanted.Subject ?? string.Empty, (wanted.Text ?? string.Empty).ReplaceLineEndings("\n"));
        return !TryParse(intent, out of) ? UnknownIntent()
            : templates.Check(template) is { } fault ? Unusable(fault)
            : null;
    }

    private static ProblemHttpResult Unusable(TemplateFault fault) => TypedResults.Problem(
        title: "This template cannot be used",
        detail: $"{(fault.Line is { } line ? $"Line {line} of the {fault.Field}" : $"The {fault.Field}")}: {fault.Reason} The one before stays.",
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?> { ["field"] = fault.Field, ["line"] = fault.Line });

    private static ProblemHttpResult UnknownIntent() => Problems.BadParameter("intent", "checkIn, offerHelp, share, congratulate, thank, ask, introduce or answer");

    /// <summary>One name alone: no number, and no list.</summary>
    private static bool TryParse(string name, out Intent intent) => Enum.TryParse(name, ignoreCase: true, out intent) && Enum.IsDefined(intent) && name.All(char.IsAsciiLetter);

    private static async Task<TemplateList> ViewAsync(this NetworkContext db, long mailboxId, CancellationToken cancellation)
    {
        var changed = (await db.TemplatesAsync(mailboxId, Words.Current.Language, cancellation).ConfigureAwait(false)).ToDictionary(t => t.Intent);
        return new TemplateList(
            Words.Current.Language,
            DraftFacts.Names,
            [.. Intents.All.Select(intent =>
            {
                var builtIn = Template.BuiltIn(intent, Words.Current);
                return changed.TryGetValue(intent, out var own) ? new TemplateView(intent, own.Subject, own.Text, true) : new TemplateView(intent, builtIn.Subject, builtIn.Text, false);
            })]);
    }
}

/// <param name="Language">As in <c>en</c>: of the request; each language has its own templates.</param>
/// <param name="Values">What can be called by name, as in <c>{{ greeting }}</c>.</param>
public sealed record TemplateList(string Language, IReadOnlyList<string> Values, IReadOnlyList<TemplateView> Items);

/// <param name="Changed">By the owner.</param>
public sealed record TemplateView(Intent Intent, string Subject, string Text, bool Changed);

public sealed record TemplateInput(string? Subject, string? Text);

/// <param name="Contact">The id of whom to try it on.</param>
/// <param name="With">For an introduction: the id of the other one; null for the contact again.</param>
public sealed record TemplateTrial(string? Subject, string? Text, string? Contact, string? With);

/// <param name="Name">Of whom it was tried on.</param>
public sealed record TemplatePreview(string Name, string Subject, string Text);
