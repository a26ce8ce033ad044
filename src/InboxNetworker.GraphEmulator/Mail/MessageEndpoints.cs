using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

internal static class MessageEndpoints
{
    /// <summary>The largest <c>$top</c> the service accepts for messages.</summary>
    public const int MaxPageSize = 1000;

    public static void MapMessages(this IEndpointRouteBuilder owner)
    {
        owner.MapGet("/messages", ListAll);
        owner.MapGet("/messages/delta", RefuseMailboxDelta);
        owner.MapGet("/messages/{message}", Get);
        owner.MapGet("/mailFolders/{folder}/messages", ListInFolder);
        owner.MapGet("/mailFolders/{folder}/messages/{message}", GetInFolder);
    }

    internal static IResult? Find(MailboxStore mailbox, string id, out StoredMessage? message)
    {
        message = null;
        if (!mailbox.Ids.TryRead(id, out var read))
        {
            return GraphError.MalformedId;
        }

        return mailbox.Mail.TryFindMessage(read, out message) ? null : GraphError.ItemNotFound;
    }

    private static IResult Get(HttpContext http, MailboxStore mailbox, string message) =>
        Find(mailbox, message, out var found) ?? One(http, mailbox, found!);

    private static IResult GetInFolder(HttpContext http, MailboxStore mailbox, string folder, string message)
    {
        if (!mailbox.Mail.TryFindFolder(folder, out var parent))
        {
            return FolderEndpoints.NotFound(mailbox, folder);
        }

        return Find(mailbox, message, out var found) ?? (found!.FolderHash == parent.Hash ? One(http, mailbox, found) : GraphError.ItemNotFound);
    }

    private static IResult One(HttpContext http, MailboxStore mailbox, StoredMessage message)
    {
        if (Unsupported.Option(http.Request, "$expand") is { } unsupported)
        {
            return unsupported;
        }

        if (!MessageShape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out var error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        return Lists.Single($"{wire.OwnerContext}/messages{selection.ContextSuffix}/$entity", message, wire, MessageShape.Writer(selection));
    }

    private static GraphError RefuseMailboxDelta() =>
        GraphError.BadRequest("Unsupported request: Change tracking is not supported against 'microsoft.graph.message'.");

    private static IResult ListInFolder(HttpContext http, MailboxStore mailbox, string folder) =>
        mailbox.Mail.TryFindFolder(folder, out var found)
            ? List(http, mailbox, found.Contents.NewestFirst, $"/mailFolders('{folder}')/messages")
            : FolderEndpoints.NotFound(mailbox, folder);

    private static IResult ListAll(HttpContext http, MailboxStore mailbox) => List(http, mailbox, mailbox.Mail.NewestFirst(), "/messages");

    private static IResult List(HttpContext http, MailboxStore mailbox, StoredMessage[] newestFirst, string resource)
    {
        if (Unsupported.Option(http.Request, "$expand", "$search") is { } unsupported)
        {
            return unsupported;
        }

        if (!MessageFilter.TryApply(http.Request, mailbox, ref newestFirst))
        {
            return GraphError.NotEmulated($"the query option '$filter' here, but for {MessageFilter.Known}");
        }

        if (!Page.TryRead(http.Request, MaxPageSize, out var page, out var error)
            || !MessageShape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out error))
        {
            return error;
        }

        var order = http.Request.Query["$orderby"].ToString();
        if (!MessageOrder.TryParse(order, out var oldestFirst))
        {
            return new GraphError(400, "InefficientFilter", "The restriction or sort order is too complex for this operation.");
        }

        var wire = Wire.Of(http, mailbox);
        return Lists.Of(
            wire.OwnerContext + resource + selection.ContextSuffix,
            MessageOrder.Slice(newestFirst, page, oldestFirst),
            wire,
            MessageShape.Writer(selection),
            page.NextLink(http.Request, wire.Root, newestFirst.Length),
            count: page.Count ? newestFirst.Length : null);
    }
}
