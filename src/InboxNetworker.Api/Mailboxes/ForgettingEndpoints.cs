using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Core.Interactions;
using InboxNetworker.Data;
using InboxNetworker.Data.Queries;
using InboxNetworker.Data.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Mailboxes;

/// <summary>One person is forgotten and never read again, until the owner takes that back.</summary>
internal static class ForgettingEndpoints
{
    public static void MapForgetting(this WebApplication app)
    {
        app.MapDelete("/api/contacts/{id}", ForgetAsync).WithTags("Contacts").WithName("ForgetContact").ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Forgets one person: all addresses, what was counted with them, and every word on them. Nothing is read of them again. The mailbox itself stays as it is.");
        var forgotten = app.MapGroup("/api/forgotten").WithTags("Mailboxes");
        forgotten.MapGet("/", CountAsync).WithName("GetForgotten").WithSummary("How many addresses are forgotten. Which ones, nobody can tell.");
        forgotten.MapPost("/", RememberAsync).WithName("RememberAddress").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Takes it back for one address: everything is read again from the beginning, and the person with it. What the owner had wished and noted does not come back.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetAsync(
        string id, NetworkContext db, CurrentMailbox mailbox, TimeProvider time, CancellationToken cancellation) =>
        await new Forgetting(db).ForgetAsync(mailbox.Id, ContactId.Parse(id), time.GetUtcNow(), cancellation).ConfigureAwait(false) ? TypedResults.NoContent() : Problems.NoSuchContact();

    private static async Task<Ok<ForgottenView>> CountAsync(NetworkContext db, CurrentMailbox mailbox, CancellationToken cancellation) =>
        TypedResults.Ok(new ForgottenView(await db.ForgottenCountAsync(mailbox.Id, cancellation).ConfigureAwait(false)));

    private static async Task<Results<Ok<ForgottenView>, ProblemHttpResult>> RememberAsync(
        AddressToRemember which, NetworkContext db, CurrentMailbox mailbox, IGrainFactory grains, TimeProvider time, CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(which.Address, out var address))
        {
            return Problems.BadParameter(nameof(address), "one mail address, as ana@example.com");
        }

        if (!await db.RememberAsync(mailbox.Id, address, time.GetUtcNow(), cancellation).ConfigureAwait(false))
        {
            return TypedResults.Problem(
                title: "This address is not forgotten",
                detail: "See that it is spelt as in the person's mails; a person may have had several.",
                statusCode: StatusCodes.Status404NotFound);
        }

        await grains.Mailbox(mailbox.Key).ReadAsync().ConfigureAwait(false);
        return TypedResults.Ok(new ForgottenView(await db.ForgottenCountAsync(mailbox.Id, cancellation).ConfigureAwait(false)));
    }
}

/// <param name="Addresses">How many; a person may have had several.</param>
public sealed record ForgottenView(int Addresses);

public sealed record AddressToRemember(string Address);
