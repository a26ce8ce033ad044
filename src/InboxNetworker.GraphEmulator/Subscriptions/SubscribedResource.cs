using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;
using InboxNetworker.GraphEmulator.OData;
using InboxNetworker.GraphEmulator.Permissions;
using InboxNetworker.GraphEmulator.Service;

namespace InboxNetworker.GraphEmulator.Subscriptions;

/// <summary>What a subscription watches: the messages of the mailbox or of one folder, or the events.</summary>
/// <param name="Folder">Null for every folder.</param>
internal sealed record SubscribedResource(ChangedResource Kind, UInt128? Folder)
{
    private static readonly string[] ForMessages = ["Mail.ReadBasic", "Mail.ReadBasic.All", "Mail.Read", "Mail.ReadWrite"];

    /// <summary>Unlike reading events, being told of them takes more than the basic permission.</summary>
    private static readonly string[] ForEvents = ["Calendars.Read", "Calendars.ReadWrite"];

    public static bool TryParse(string text, MailboxStore mailbox, [NotNullWhen(true)] out SubscribedResource? resource, [NotNullWhen(false)] out GraphError? error)
    {
        resource = null;
        var parts = RequestFrame.Flatten("/" + text.TrimStart('/')).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["users", var user, ..] && mailbox.Directory.TryFindUser(user, out var found) && found == mailbox.Directory.Owner)
        {
            parts = ["me", .. parts[2..]];
        }

        error = null;
        switch (parts)
        {
            case [var me, var last] when Is(me, "me") && Is(last, "messages"):
                resource = new SubscribedResource(ChangedResource.Message, null);
                return true;
            case [var me, var last] when Is(me, "me") && Is(last, "events"):
                resource = new SubscribedResource(ChangedResource.Event, null);
                return true;
            case [var me, var folders, var folder, var last] when Is(me, "me") && Is(folders, "mailFolders") && Is(last, "messages"):
                if (mailbox.Mail.TryFindFolder(folder, out var stored))
                {
                    resource = new SubscribedResource(ChangedResource.Message, stored.Hash);
                    return true;
                }

                error = Refused(400, "BadRequest", GraphError.FolderNotFound.Message);
                return false;
            default:
                error = GraphError.NotEmulated($"subscriptions to '{text}'");
                return false;
        }
    }

    /// <summary>Told as the service tells what the mailbox behind it said.</summary>
    public static GraphError Refused(int status, string named, string reason) =>
        new(status, "ExtensionError", $"Operation: Create; Exception: [Status Code: {named}; Reason: {reason}]");

    public bool IsAllowedBy(Grant grant) => grant.Any(Kind == ChangedResource.Message ? ForMessages : ForEvents);

    public bool Covers(MailboxChange change, MailboxStore mailbox) =>
        change.Resource == Kind
        && (Folder is not { } watched || (change.FolderId is { } folder && mailbox.Mail.TryFindFolder(folder, out var stood) && stood.Hash == watched));

    private static bool Is(string part, string name) => part.Equals(name, StringComparison.OrdinalIgnoreCase);
}
