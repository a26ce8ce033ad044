using InboxNetworker.GraphEmulator.Mail;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Control;

/// <summary>A message that arrives while the emulator runs.</summary>
/// <param name="Folder">Its id, well-known name or key.</param>
/// <param name="Sent">Null for now.</param>
public sealed record NewMessage(
    string Folder,
    Recipient From,
    IReadOnlyList<Recipient> To,
    string Subject,
    DateTimeOffset? Sent = null,
    IReadOnlyList<Recipient>? Cc = null,
    bool IsDraft = false,
    bool IsRead = false);

/// <summary>What becomes different of a message; null where it stays.</summary>
public sealed record MessageChange(
    string? Subject = null,
    bool? IsRead = null,
    IReadOnlyList<string>? Categories = null,
    Recipient? From = null,
    IReadOnlyList<Recipient>? To = null,
    IReadOnlyList<Recipient>? Cc = null,
    bool? IsDraft = null,
    DateTimeOffset? Sent = null);

/// <summary>The hand that changes the mailbox while it is served, as its owner and the world would. Ids are immutable ids.</summary>
public sealed class MailboxControl
{
    private readonly MailboxStore _mailbox;

    internal MailboxControl(MailboxStore mailbox) => _mailbox = mailbox;

    /// <summary>The messages of a folder, newest first.</summary>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public IReadOnlyList<string> MessageIds(string folder) => [.. FolderOf(folder).Contents.NewestFirst.Select(IdOf)];

    /// <summary>The id of a message of the content the emulator was started with; null when it is gone.</summary>
    public string? IdOf(string key) =>
        _mailbox.Mail.TryFindMessage(new WireId(WireKind.Message, WireIds.Hash("message:" + key), null, 0), out var message) ? IdOf(message) : null;

    /// <summary>The id of a folder of the content the emulator was started with.</summary>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public string FolderId(string key) =>
        _mailbox.Mail.FolderId(_mailbox.Mail.Folders.FirstOrDefault(f => f.Info.Key == key) ?? throw Unknown("folder", key));

    /// <returns>The immutable id.</returns>
    /// <exception cref="ArgumentException">There is no such folder, or somebody has no address.</exception>
    public string AddMessage(NewMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var folder = FolderOf(message.Folder);
        ArgumentNullException.ThrowIfNull(message.Subject);
        var (from, to, cc) = (ControlInput.Checked(message.From), ControlInput.Checked(message.To), ControlInput.Checked(message.Cc));
        var added = _mailbox.Mail.Add(
            key => new Message(
                key,
                folder.Info.Key,
                from,
                to,
                cc,
                message.Subject,
                message.Sent is { } sent ? WholeSeconds(sent) : _mailbox.Mail.Now,
                key,
                $"<{WireIds.Hash(key):x32}@emulator.example>",
                IsRead: message.IsRead,
                IsDraft: message.IsDraft),
            WrittenParts.None);
        return Tell(ChangeKind.Created, added);
    }

    /// <exception cref="ArgumentException">There is no such message, or somebody has no address.</exception>
    public void ChangeMessage(string id, MessageChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var from = change.From is null ? null : ControlInput.Checked(change.From);
        var (to, cc) = (change.To is null ? null : ControlInput.Checked(change.To), change.Cc is null ? null : ControlInput.Checked(change.Cc));
        var categories = change.Categories is null ? null : ControlInput.Categories(change.Categories);
        var changed = _mailbox.Mail.Change(KeyOf(id), m => m with
        {
            Content = m.Content with
            {
                Subject = change.Subject ?? m.Content.Subject,
                IsRead = change.IsRead ?? m.Content.IsRead,
                From = from ?? m.Content.From,
                To = to ?? m.Content.To,
                Cc = cc ?? m.Content.Cc,
                IsDraft = change.IsDraft ?? m.Content.IsDraft,
                Sent = change.Sent is { } sent ? WholeSeconds(sent) : m.Content.Sent,
            },
            Written = m.Written with { Categories = categories ?? m.Written.Categories },
        });
        Tell(ChangeKind.Updated, changed ?? throw Unknown("message", id));
    }

    /// <exception cref="ArgumentException">There is no such message or folder.</exception>
    public void MoveMessage(string id, string folder) =>
        Tell(ChangeKind.Created, _mailbox.Mail.Move(KeyOf(id), FolderOf(folder)) ?? throw Unknown("message", id));

    /// <param name="permanent">Gone; else it is moved to Deleted Items, and gone from there.</param>
    /// <exception cref="ArgumentException">There is no such message.</exception>
    public void DeleteMessage(string id, bool permanent = false)
    {
        var key = KeyOf(id);
        if (!_mailbox.Mail.TryFindMessage(new WireId(WireKind.Message, key, null, 0), out var message) || !_mailbox.Mail.Delete(key, permanent))
        {
            throw Unknown("message", id);
        }

        Tell(ChangeKind.Deleted, message);
    }

    /// <param name="parent">Id, well-known name or key; null for a folder at the top.</param>
    /// <returns>The folder's id.</returns>
    /// <exception cref="ArgumentException">There is no such parent.</exception>
    public string AddFolder(string name, string? parent = null) =>
        _mailbox.Mail.FolderId(_mailbox.Mail.AddFolder(ControlInput.FolderName(name), parent is null ? null : FolderOf(parent)));

    /// <summary>Every token of change tracking given so far is unknown from now on: 410, and the client begins again.</summary>
    public void ForgetTokens()
    {
        _mailbox.Mail.Deltas.Forget();
        _mailbox.Calendar.Tokens.Forget();
    }

    private StoredFolder FolderOf(string folder) =>
        _mailbox.Mail.TryFindFolder(folder, out var found) || _mailbox.Mail.TryFindFolderByKey(folder, out found) ? found : throw Unknown("folder", folder);

    private UInt128 KeyOf(string id) =>
        _mailbox.Ids.TryRead(id, out var read) && read.Kind == WireKind.Message ? read.Key : throw Unknown("message", id);

    private string Tell(ChangeKind kind, StoredMessage message)
    {
        WriteEndpoints.Tell(_mailbox, kind, message);
        return IdOf(message);
    }

    private string IdOf(StoredMessage message) => _mailbox.Ids.Message(message.FolderHash, message.Key, immutable: true);

    private static DateTimeOffset WholeSeconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private static ArgumentException Unknown(string what, string id) => new($"There is no {what} '{id}'.");
}
