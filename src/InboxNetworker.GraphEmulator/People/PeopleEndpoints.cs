using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.People;

internal static class PeopleEndpoints
{
    private const int MaxPeople = 1000;
    private const int MaxUsers = 999;

    /// <summary>How many users the directory lists on a page when not asked otherwise; other lists give <see cref="Page.DefaultSize"/>.</summary>
    private const int DefaultUsers = 100;

    public static void MapPeople(this IEndpointRouteBuilder owner)
    {
        owner.MapGet("", Me);
        owner.MapGet("/people", ListPeople);
    }

    public static void MapUsers(this IEndpointRouteBuilder root)
    {
        root.MapGet("/users", ListUsers);
        root.MapGet("/users/{user}", GetUser);
    }

    private static IResult Me(HttpContext http, MailboxStore mailbox) => One(http, mailbox, mailbox.Directory.Owner);

    private static IResult GetUser(HttpContext http, MailboxStore mailbox, string user) =>
        mailbox.Directory.TryFindUser(user, out var found)
            ? One(http, mailbox, found)
            : NoSuchUser(user);

    public static GraphError NoSuchUser(string user) =>
        new(404, "Request_ResourceNotFound", $"Resource '{user}' does not exist or one of its queried reference-property objects are not present.");

    private static IResult One(HttpContext http, MailboxStore mailbox, DirectoryEntry user)
    {
        if (Unsupported.Option(http.Request, "$expand") is { } unsupported)
        {
            return unsupported;
        }

        if (!UserShape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out var error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        return Lists.Single($"{wire.Root}/$metadata#users{selection.ContextSuffix}/$entity", user, wire, selection.Write);
    }

    private static IResult ListPeople(HttpContext http, MailboxStore mailbox)
    {
        if (Unsupported.Option(http.Request, "$filter", "$search", "$orderby") is { } unsupported)
        {
            return unsupported;
        }

        if (!Page.TryRead(http.Request, MaxPeople, out var page, out var error)
            || !PersonShape.Shape.TrySelect(http.Request.Query["$select"], out var selection, out error))
        {
            return error;
        }

        var wire = Wire.Of(http, mailbox);
        var people = mailbox.Directory.People;
        return Lists.Of(
            $"{wire.OwnerContext}/people{selection.ContextSuffix}",
            people.Skip(page.Skip).Take(page.Top),
            wire,
            selection.Write,
            page.NextLink(http.Request, wire.Root, people.Count));
    }

    private static IResult ListUsers(HttpContext http, MailboxStore mailbox)
    {
        var request = http.Request;
        if (Unsupported.Option(request, "$filter", "$search", "$orderby", "$expand") is { } unsupported)
        {
            return unsupported;
        }

        if (request.Query.ContainsKey("$skip"))
        {
            return GraphError.BadRequest("'$skip' is not supported by the service.");
        }

        if (!Page.TryNumber(request, "$top", DefaultUsers, out var top, out var error)
            || !UserShape.Shape.TrySelect(request.Query["$select"], out var selection, out error))
        {
            return error;
        }

        if (top is < 1 or > MaxUsers)
        {
            return new GraphError(400, "Request_UnsupportedQuery", $"Invalid page size specified: '{top}'. Must be between 1 and {MaxUsers} inclusive.");
        }

        if (!TryReadSkipToken(request.Query["$skiptoken"].ToString(), out var skip))
        {
            return new GraphError(400, "Directory_ExpiredPageToken", "The specified page token value has expired and can no longer be included in your request.");
        }

        var wire = Wire.Of(http, mailbox);
        var users = mailbox.Directory.Users;
        return Lists.Of(
            $"{wire.Root}/$metadata#users{selection.ContextSuffix}",
            users.Skip(skip).Take(top),
            wire,
            selection.Write,
            (long)skip + top < users.Count ? Page.LinkTo(request, wire.Root, "$skiptoken", WriteSkipToken(skip + top)) : null);
    }

    private static string WriteSkipToken(int skip) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes("RFNwdAIAAQAAABg:" + skip.ToString(CultureInfo.InvariantCulture)));

    private static bool TryReadSkipToken(string token, out int skip)
    {
        skip = 0;
        if (token.Length == 0)
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[64];
        if (Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done)
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(bytes[..length]).Split(':');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out skip);
    }
}
