using InboxNetworker.GraphEmulator.OData;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>A folder with its counts at the moment of asking.</summary>
internal sealed record FolderView(StoredFolder Folder, FolderContents Contents, int Children);

internal static class FolderShape
{
    public static Shape<FolderView> Shape { get; } = new(
        "microsoft.graph.mailFolder",
        "BadRequest",
        [
            new("id", (json, f, wire) => json.WriteStringValue(wire.Ids.Folder(f.Folder.Hash))),
            new("displayName", (json, f, _) => json.WriteStringValue(f.Folder.Info.DisplayName)),
            new("parentFolderId", (json, f, wire) => json.WriteStringValue(wire.Ids.Folder(f.Folder.ParentHash))),
            new("childFolderCount", (json, f, _) => json.WriteNumberValue(f.Children)),
            new("unreadItemCount", (json, f, _) => json.WriteNumberValue(f.Contents.Unread)),
            new("totalItemCount", (json, f, _) => json.WriteNumberValue(f.Contents.NewestFirst.Length)),
            new("isHidden", (json, f, _) => json.WriteBooleanValue(f.Folder.Info.IsHidden)),
        ]);

    public static FolderView View(MailStore mail, StoredFolder folder) => new(folder, folder.Contents, mail.ChildrenOf(folder, hidden: false).Count());
}
