using InboxNetworker.Api.Hosting;
using InboxNetworker.Api.Wire;
using InboxNetworker.Graph;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InboxNetworker.Api.Preview;

/// <summary>What the preview page shows around the pane, where Outlook would be: the demo's folders.</summary>
internal static class PreviewEndpoints
{
    private static readonly string[] Folders = [WellKnownFolders.Inbox, WellKnownFolders.SentItems, WellKnownFolders.Drafts];

    public static void MapPreview(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Settings>().Mode != Mode.Demo)
        {
            return; // it shows a mailbox as Outlook does; a real one is shown by Outlook
        }

        var preview = app.MapGroup("/api/preview").WithTags("Preview").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        preview.MapGet("/", GetInfoAsync).WithName("GetPreview").WithSummary("Whose mailbox the preview shows, and that it is not Outlook.");
        preview.MapGet("/messages", GetFolderAsync).WithName("GetPreviewMessages").WithSummary("The newest messages of inbox, sentitems or drafts.").ProducesProblem(StatusCodes.Status400BadRequest);
        preview.MapGet("/messages/{id}", GetMessageAsync).WithName("GetPreviewMessage").WithSummary("One message; a draft with its text.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<PreviewInfo>, ProblemHttpResult>> GetInfoAsync(GraphMailbox graph, DemoMailbox demo, CancellationToken cancellation)
    {
        var owner = await graph.OwnerAsync(Patience.Person, cancellation).ConfigureAwait(false);
        return owner.Value is { } me
            ? TypedResults.Ok(new PreviewInfo(demo.Label, new PreviewParticipant(me.Name, me.Addresses[0].Value)))
            : Problems.From(owner.Problem!);
    }

    private static async Task<Results<Ok<PreviewFolder>, ProblemHttpResult>> GetFolderAsync(
        GraphPreview preview, CancellationToken cancellation, string folder = WellKnownFolders.Inbox, int top = 50)
    {
        if (!Folders.Contains(folder))
        {
            return Problems.BadParameter(nameof(folder), string.Join(", ", Folders));
        }

        if (!Limits.Allows(top))
        {
            return Problems.BadParameter(nameof(top), Limits.Range);
        }

        var messages = await preview.MessagesAsync(folder, top, cancellation).ConfigureAwait(false);
        return messages.Value is { } items
            ? TypedResults.Ok(new PreviewFolder(folder, [.. items.Select(PreviewMessage.Of)]))
            : Problems.From(messages.Problem!);
    }

    private static async Task<Results<Ok<PreviewMessage>, ProblemHttpResult>> GetMessageAsync(string id, GraphPreview preview, CancellationToken cancellation)
    {
        var message = await preview.MessageAsync(id, cancellation).ConfigureAwait(false);
        return message switch
        {
            { Value: { } found } => TypedResults.Ok(PreviewMessage.Of(found)),
            // The service refuses what never was an id.
            { Problem.Kind: GraphProblemKind.Refused } => TypedResults.Problem(
                title: "There is no such message here", detail: "The folder may have changed since it was shown; open it again.", statusCode: StatusCodes.Status404NotFound),
            _ => Problems.From(message.Problem!),
        };
    }
}
