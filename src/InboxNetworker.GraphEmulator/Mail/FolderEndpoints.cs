using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

internal static class FolderEndpoints
{
    private const int MaxPageSize = 1000;

    public static void MapFolders(this IEndpointRouteBuilder owner)
    {
        owner.MapGet("/mailFolders", ListTop);
        owner.MapGet("/mailFolders/delta", () => GraphError.NotEmulated("change tracking over folders"));
        owner.MapGet("/mailFolders/{folder}", Get);
        owner.MapGet("/mailFolders/{folder}/childFolders", ListChildren);
    }

    private static IResult ListTop(HttpContext http, MailboxStore mailbox) =>
        List(http, mailbox, mailbox.Mail.Root, "/mailFolders");

    private static IResult ListChildren(HttpContext http, MailboxStore mailbox, string folder) =>
        mailbox.Mail.TryFindFolder(folder, out var parent)
            ? List(http, mailbox, parent, $"/mailFolders('{folder}')/childFolders")
            : NotFound(mailbox, folder);

    private static IResult Get(HttpContext http, MailboxStore mailbox, string folder)
    {
        if (!mailbox.Mail.TryFindFolder(folder, out var found))
        {
            return NotFound(mailbox, folder);
        }

        if (!FolderShape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out var error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        return Lists.Single(
            $"{wire.OwnerContext}/mailFolders{selection.ContextSuffix}/$entity",
            FolderShape.View(mailbox.Mail, found),
            wire,
            selection.Write);
    }

    /// <summary>A name that is no id at all is refused as malformed; an id of no folder as not found.</summary>
    internal static GraphError NotFound(MailboxStore mailbox, string folder) =>
        mailbox.Ids.TryRead(folder, out _) ? GraphError.FolderNotFound : GraphError.MalformedId;

    private static IResult List(HttpContext http, MailboxStore mailbox, StoredFolder parent, string resource)
    {
        if (Unsupported.Option(http.Request, "$filter", "$orderby", "$expand", "$search") is { } unsupported)
        {
            return unsupported;
        }

        if (!Page.TryRead(http.Request, MaxPageSize, out var page, out var error)
            || !FolderShape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out error))
        {
            return error;
        }

        var hidden = http.Request.Query["includeHiddenFolders"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
        var folders = mailbox.Mail.ChildrenOf(parent, hidden).ToList();
        var wire = Wire.Of(http, mailbox);
        return Lists.Of(
            wire.OwnerContext + resource + selection.ContextSuffix,
            folders.Skip(page.Skip).Take(page.Top).Select(f => FolderShape.View(mailbox.Mail, f)),
            wire,
            selection.Write,
            page.NextLink(http.Request, wire.Root, folders.Count),
            count: page.Count ? folders.Count : null);
    }
}
