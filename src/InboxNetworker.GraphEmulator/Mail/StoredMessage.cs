using System.Collections.Immutable;
using InboxNetworker.GraphEmulator.Mailboxes;

namespace InboxNetworker.GraphEmulator.Mail;

/// <summary>A message as it stands in its folder now; every change makes a new one.</summary>
/// <param name="FolderHash">The hash of the folder it stands in.</param>
/// <param name="Version">The mailbox's change counter when it last changed; 0 for what was there at the start.</param>
internal sealed record StoredMessage(
    Message Content,
    UInt128 Key,
    UInt128 Conversation,
    UInt128 FolderHash,
    long Version,
    DateTimeOffset Created,
    DateTimeOffset Modified,
    WrittenParts Written)
{
    /// <summary>The change counter when it came into its folder.</summary>
    public long Arrived { get; init; }

    /// <summary>By property, the change counter when it last changed since the message came into its folder.</summary>
    public ImmutableDictionary<string, long> Touched { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>
    /// The change counter when it came back into its folder, having left it before anybody was told; else 0.
    /// Change tracking that began before tells only that it left.
    /// </summary>
    public long Returned { get; init; }

    /// <summary>Newest first, as the service lists; the key keeps messages of one second apart.</summary>
    public static int CompareNewestFirst(StoredMessage a, StoredMessage b) => ComparePosition(a.Content.Sent.UtcTicks, a.Key, b.Content.Sent.UtcTicks, b.Key);

    public static int ComparePosition(long ticksA, UInt128 keyA, long ticksB, UInt128 keyB)
    {
        var byTime = ticksB.CompareTo(ticksA);
        return byTime != 0 ? byTime : keyB.CompareTo(keyA);
    }
}

/// <summary>The parts only messages written through the service have.</summary>
/// <param name="Html">The body as HTML; null where the body is plain text.</param>
internal sealed record WrittenParts(
    IReadOnlyList<Recipient> ReplyTo,
    IReadOnlyList<string> Categories,
    string Importance,
    string InferenceClassification,
    string FlagStatus,
    string? Html)
{
    public static WrittenParts None { get; } = new([], [], "normal", "focused", "notFlagged", null);
}

/// <summary>A message that left a folder.</summary>
/// <param name="ForGood">Deleted; else it stands somewhere else now.</param>
internal readonly record struct Removal(long Version, UInt128 Key, bool ForGood);
