using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>Folders and messages. Reading takes no lock: a reader sees each folder as it stood at one moment.</summary>
internal sealed class MailStore
{
    private const string RootName = "msgfolderroot";

    private readonly Lock _changing = new();
    private readonly ConcurrentDictionary<UInt128, StoredFolder> _folders = [];
    private readonly Dictionary<string, StoredFolder> _wellKnown = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<UInt128, StoredMessage> _messages = [];
    private readonly WireIds _ids;
    private readonly TimeProvider _time;
    private long _version;
    private long _foldersAdded;
    private volatile AllMessages _newestFirst = new(-1, []);

    public MailStore(MailboxContent content, WireIds ids, TimeProvider time, DeltaQuirks quirks)
    {
        Quirks = quirks;
        _ids = ids;
        _time = time;
        Root = new StoredFolder(new Folder("\0root", "Top of Information Store", RootName), WireIds.Hash("\0root"), default, []);
        Deltas = new DeltaTokens();

        var folderHashes = content.Folders.ToDictionary(f => f.Key, f => FolderHash(f.Key));
        var conversations = new Dictionary<string, UInt128>();
        foreach (var message in content.Messages)
        {
            if (!folderHashes.TryGetValue(message.FolderKey, out var folder))
            {
                throw new ArgumentException($"The message '{message.Key}' stands in the folder '{message.FolderKey}', which the mailbox does not have.", nameof(content));
            }

            if (!conversations.TryGetValue(message.ConversationKey, out var conversation))
            {
                conversations.Add(message.ConversationKey, conversation = WireIds.Hash("conversation:" + message.ConversationKey));
            }

            var key = WireIds.Hash("message:" + message.Key);
            var stored = new StoredMessage(message, key, conversation, folder, 0, message.Sent, message.Sent, WrittenParts.None);
            if (!_messages.TryAdd(key, stored))
            {
                throw new ArgumentException($"Two messages have the key '{message.Key}'.", nameof(content));
            }
        }

        var byFolder = _messages.Values.ToLookup(m => m.FolderHash);
        foreach (var folder in content.Folders)
        {
            var hash = folderHashes[folder.Key];
            StoredMessage[] inside = [.. byFolder[hash]];
            Array.Sort(inside, StoredMessage.CompareNewestFirst);
            var parent = folder.ParentKey is null ? Root.Hash : FolderHash(folder.ParentKey);
            var stored = new StoredFolder(folder, hash, parent, inside);
            if (!_folders.TryAdd(hash, stored))
            {
                throw new ArgumentException($"Two folders have the key '{folder.Key}'.", nameof(content));
            }

            if (folder.WellKnownName is { } name)
            {
                _wellKnown[name] = stored;
            }
        }

        Drafts = WellKnown("drafts");
        Bin = WellKnown("deleteditems");
        _wellKnown[RootName] = Root;
        _folders[Root.Hash] = Root;
        Folders = InOrder();
    }

    public StoredFolder Root { get; }

    /// <summary>All folders but the root, by name.</summary>
    public IReadOnlyList<StoredFolder> Folders { get; private set; }

    public DeltaQuirks Quirks { get; }

    public DeltaTokens Deltas { get; }

    /// <summary>Counts the changes since the start.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Grows with everything that may change an answer, new folders and forgotten tokens included.</summary>
    public long Stamp => Version + Interlocked.Read(ref _foldersAdded) + Deltas.Forgotten;

    /// <summary>The present time in whole seconds, as the service dates mail.</summary>
    public DateTimeOffset Now => new(_time.GetUtcNow().UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    public StoredFolder Drafts { get; }

    private StoredFolder Bin { get; }

    public string FolderId(StoredFolder folder) => _ids.Folder(folder.Hash);

    public IEnumerable<StoredFolder> ChildrenOf(StoredFolder folder, bool hidden) =>
        Folders.Where(f => f.ParentHash == folder.Hash && (hidden || !f.Info.IsHidden));

    /// <summary>Finds a folder by its id or its well-known name.</summary>
    public bool TryFindFolder(string idOrName, [NotNullWhen(true)] out StoredFolder? folder) =>
        _wellKnown.TryGetValue(idOrName, out folder)
        || (_ids.TryRead(idOrName, out var id) && id.Kind == WireKind.Folder && _folders.TryGetValue(id.Key, out folder));

    /// <summary>Finds a folder by the key the mailbox was made with.</summary>
    public bool TryFindFolderByKey(string key, [NotNullWhen(true)] out StoredFolder? folder) => _folders.TryGetValue(FolderHash(key), out folder);

    /// <summary>An ordinary id that names a folder the message has left no longer finds it; an immutable id always does.</summary>
    public bool TryFindMessage(WireId id, [NotNullWhen(true)] out StoredMessage? message) =>
        _messages.TryGetValue(id.Key, out message)
        && id.Kind == WireKind.Message
        && (id.FolderPart is null || id.FolderPart == (ulong)(message.FolderHash >> 64));

    /// <summary>Puts a new message into the folder it names.</summary>
    public StoredMessage Add(Func<string, Message> write, WrittenParts parts)
    {
        lock (_changing)
        {
            var version = _version + 1;
            var content = write($"new:{_ids.MailboxGuid:N}:{version}");
            var now = Now;
            var stored = new StoredMessage(
                content,
                WireIds.Hash("message:" + content.Key),
                WireIds.Hash("conversation:" + content.ConversationKey),
                FolderHash(content.FolderKey),
                version,
                now,
                now,
                parts)
            {
                Arrived = version,
            };
            _messages[stored.Key] = stored;
            var folder = _folders[stored.FolderHash];
            folder.Contents = folder.Contents.With(stored);
            Publish(version);
            return stored;
        }
    }

    /// <param name="parent">Null for a folder at the top.</param>
    public StoredFolder AddFolder(string name, StoredFolder? parent)
    {
        lock (_changing)
        {
            var key = $"folder:{_ids.MailboxGuid:N}:{_folders.Count}";
            var folder = new StoredFolder(new Folder(key, name, null, parent?.Info.Key), FolderHash(key), (parent ?? Root).Hash, []);
            _folders[folder.Hash] = folder;
            Folders = InOrder();
            Interlocked.Increment(ref _foldersAdded);
            return folder;
        }
    }

    /// <summary>Some client has been told all that happened in the folder up to this change.</summary>
    public void Told(StoredFolder folder, long upTo)
    {
        lock (_changing)
        {
            folder.ToldUpTo = Math.Max(folder.ToldUpTo, upTo);
        }
    }

    /// <summary>Null when the message has gone meanwhile.</summary>
    public StoredMessage? Move(UInt128 key, StoredFolder to) =>
        Change(key, m => m with { FolderHash = to.Hash, Content = m.Content with { FolderKey = to.Info.Key } });

    /// <summary>The messages of all folders, newest first.</summary>
    public StoredMessage[] NewestFirst()
    {
        var (version, all) = _newestFirst;
        var current = Version;
        if (version != current)
        {
            all = [.. Folders.SelectMany(f => f.Contents.NewestFirst)];
            Array.Sort(all, StoredMessage.CompareNewestFirst);
            _newestFirst = new AllMessages(current, all);
        }

        return all;
    }

    /// <summary>Null when the message has gone meanwhile.</summary>
    public StoredMessage? Change(UInt128 key, Func<StoredMessage, StoredMessage> change)
    {
        lock (_changing)
        {
            if (!_messages.TryGetValue(key, out var old))
            {
                return null;
            }

            var version = _version + 1;
            var changed = change(old) with { Version = version, Modified = Now };
            var from = _folders[old.FolderHash];
            var to = _folders[changed.FolderHash];

            // A message that changes its date jumps past a reader paging by date: it is told whole, as if it had just come.
            var arrived = changed.Content.Sent == old.Content.Sent ? old.Arrived : version;
            changed = from == to
                ? changed with { Arrived = arrived, Touched = old.Touched.SetItems(MessageDifference.Of(old, changed).Select(name => KeyValuePair.Create(name, version))) }
                : changed with { Arrived = version, Touched = old.Touched.Clear(), Returned = Quirks.SilentReturns && to.Contents.Removals.Any(r => r.Key == key && r.Version > to.ToldUpTo) ? version : 0 };
            _messages[key] = changed;
            from.Contents = from.Contents.Without(old, from == to ? null : new Removal(version, key, ForGood: false));
            to.Contents = to.Contents.With(changed);
            Publish(version);
            return changed;
        }
    }

    /// <summary>Moves the message to Deleted Items; one that stands there already is gone for good. False when there is none.</summary>
    /// <param name="forGood">Wherever it stands.</param>
    public bool Delete(UInt128 key, bool forGood = false)
    {
        lock (_changing)
        {
            if (!_messages.TryGetValue(key, out var message))
            {
                return false;
            }

            if (message.FolderHash != Bin.Hash && !forGood)
            {
                return Move(key, Bin) is not null;
            }

            _messages.TryRemove(key, out _);
            var folder = _folders[message.FolderHash];
            folder.Contents = folder.Contents.Without(message, new Removal(_version + 1, key, ForGood: true));
            Publish(_version + 1);
            return true;
        }
    }

    private StoredFolder[] InOrder() =>
        [.. _folders.Values.Where(f => f != Root).OrderBy(f => f.Info.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Info.Key, StringComparer.Ordinal)];

    private static UInt128 FolderHash(string key) => WireIds.Hash("folder:" + key);

    /// <summary>After the folders stand: a reader who takes the counter first then finds every change it counts.</summary>
    private void Publish(long version) => Interlocked.Exchange(ref _version, version);

    private StoredFolder WellKnown(string name) =>
        _wellKnown.TryGetValue(name, out var folder)
            ? folder
            : throw new ArgumentException($"The mailbox has no folder with the well-known name '{name}'.");

    private sealed record AllMessages(long Version, StoredMessage[] Messages);
}
