using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>The owner's address book, read only.</summary>
internal static class ContactEndpoints
{
    private const int MaxContacts = 1000;

    public static void MapContacts(this IEndpointRouteBuilder owner)
    {
        owner.MapGet("/contacts", List);
        owner.MapGet("/contacts/{contact}", Get);
        owner.MapGet("/contacts/{contact}/photo", Photo);
        owner.MapGet("/contacts/{contact}/photo/$value", Photo);
    }

    private static IResult List(HttpContext http, MailboxStore mailbox)
    {
        if (Unsupported.Option(http.Request, "$filter", "$search", "$orderby", "$expand") is { } unsupported)
        {
            return unsupported;
        }

        if (!Page.TryRead(http.Request, MaxContacts, out var page, out var error)
            || !ContactShape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        var contacts = mailbox.Directory.Contacts;
        return Lists.Of(
            $"{wire.OwnerContext}/contacts{selection.ContextSuffix}",
            contacts.Skip(page.Skip).Take(page.Top),
            wire,
            (json, contact, w) => ContactShape.Write(json, contact, w, selection),
            page.NextLink(http.Request, wire.Root, contacts.Count),
            count: page.Count ? contacts.Count : null);
    }

    private static IResult Get(HttpContext http, MailboxStore mailbox, string contact)
    {
        if (Unsupported.Option(http.Request, "$expand") is { } unsupported)
        {
            return unsupported;
        }

        if (!ContactShape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out var error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        return TryFind(mailbox, contact, out var found, out error)
            ? Lists.Single($"{wire.OwnerContext}/contacts{selection.ContextSuffix}/$entity", found, wire, (json, c, w) => ContactShape.Write(json, c, w, selection))
            : error;
    }

    /// <summary>No card here has one.</summary>
    private static GraphError Photo(MailboxStore mailbox, string contact) => TryFind(mailbox, contact, out _, out var error) ? AbsentEndpoints.NoPhoto : error;

    private static bool TryFind(MailboxStore mailbox, string contact, [NotNullWhen(true)] out DirectoryEntry? found, [NotNullWhen(false)] out GraphError? error)
    {
        found = null;
        if (!mailbox.Ids.TryRead(contact, out var id))
        {
            error = GraphError.MalformedId;
            return false;
        }

        found = id.Kind == WireKind.Contact ? mailbox.Directory.Contacts.FirstOrDefault(c => ContactShape.KeyOf(c) == id.Key) : null;
        error = found is null ? GraphError.ItemNotFound : null;
        return found is not null;
    }
}
