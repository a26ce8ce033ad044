using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.People;

/// <summary>What a user can have and few or none here have: a photo, a manager. Refused as the service refuses it, so that a client draws initials.</summary>
internal static class AbsentEndpoints
{
    public static GraphError NoPhoto { get; } = new(404, "ImageNotFound", "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.");

    private static readonly GraphError NoManager = new(404, "Request_ResourceNotFound", "Resource 'manager' does not exist or one of its queried reference-property objects are not present.");

    public static void MapAbsent(this IEndpointRouteBuilder root)
    {
        root.MapGet("/me/photo", () => NoPhoto);
        root.MapGet("/me/photo/$value", () => NoPhoto);
        root.MapGet("/me/manager", () => NoManager);
        root.MapGet("/users/{user}/photo", (string user, MailboxStore mailbox) => Photo(user, mailbox, _ => GraphError.NotEmulated("what a photo is like")));
        root.MapGet("/users/{user}/photo/$value", (string user, MailboxStore mailbox) => Photo(user, mailbox, jpeg => Results.Bytes(jpeg, "image/jpeg")));
        root.MapGet("/users/{user}/manager", (string user, MailboxStore mailbox) => Of(user, mailbox, NoManager));
    }

    private static IResult Photo(string user, MailboxStore mailbox, Func<byte[], IResult> of) =>
        !mailbox.Directory.TryFindUser(user, out var found) ? PeopleEndpoints.NoSuchUser(user)
        : found.Person.Photo is { } jpeg ? of(jpeg)
        : NoPhoto;

    private static GraphError Of(string user, MailboxStore mailbox, GraphError absent) =>
        mailbox.Directory.TryFindUser(user, out _) ? absent : PeopleEndpoints.NoSuchUser(user);
}
