using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InboxNetworker.GraphEmulator.Mailboxes;

internal enum WireKind : byte
{
    Folder = 1,
    Message = 2,
    Event = 3,
    Contact = 4,
}

/// <summary>What an id on the wire says.</summary>
/// <param name="FolderPart">The upper half of the folder's hash; null in an immutable id.</param>
/// <param name="Occurrence">0 for a single item or a series master, else the occurrence counted from 1.</param>
internal readonly record struct WireId(WireKind Kind, UInt128 Key, ulong? FolderPart, int Occurrence);

/// <summary>
/// Makes and reads the ids of one mailbox. Ordinary ids (152 characters) name the folder and so change with a move;
/// immutable ids (108 characters) do not. Both are the same on every start, and case-sensitive.
/// </summary>
internal sealed class WireIds
{
    private const int OrdinaryLength = 113;
    private const int ImmutableLength = 80;
    private const int FilledBytes = 44;
    private const int MailboxBytes = 32;
    private static readonly byte[] ImmutableHeader = Convert.FromHexString("0009002E00000000001D840311AA6611CD9BC800AA002F845A0D00");

    private readonly byte[] _mailbox;
    private readonly byte[] _guid;

    /// <param name="ownerId">Null makes one out of the key.</param>
    public WireIds(string mailboxKey, Guid? ownerId = null)
    {
        _mailbox = SHA512.HashData(Encoding.UTF8.GetBytes(mailboxKey));
        MailboxGuid = ownerId ?? new Guid(_mailbox.AsSpan(0, 16));
        _guid = Encoding.ASCII.GetBytes(MailboxGuid.ToString("D"));
    }

    /// <summary>The owner's directory object id.</summary>
    public Guid MailboxGuid { get; }

    public static UInt128 Hash(string key)
    {
        Span<byte> hash = stackalloc byte[32];
        var bytes = Encoding.UTF8.GetBytes(key);
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public string Folder(UInt128 key) => Ordinary(WireKind.Folder, 0, key, 0);

    public string Message(UInt128 folder, UInt128 key, bool immutable) =>
        immutable ? Immutable(WireKind.Message, key, 0) : Ordinary(WireKind.Message, (ulong)(folder >> 64), key, 0);

    public string Event(UInt128 key, int occurrence, bool immutable) =>
        immutable ? Immutable(WireKind.Event, key, occurrence) : Ordinary(WireKind.Event, 0, key, occurrence);

    public string Contact(UInt128 key, bool immutable) => immutable ? Immutable(WireKind.Contact, key, 0) : Ordinary(WireKind.Contact, 0, key, 0);

    public string Conversation(UInt128 conversation)
    {
        Span<byte> bytes = stackalloc byte[4 + 36 + 2 + 16];
        ReadOnlySpan<byte> header = [0x00, 0x04, 0x24, 0x00];
        header.CopyTo(bytes);
        _guid.CopyTo(bytes[4..]);
        bytes[40] = 0x00;
        bytes[41] = 0x10;
        BinaryPrimitives.WriteUInt128BigEndian(bytes[42..], conversation);
        return string.Concat(Base64Url.EncodeToString(bytes), "==");
    }

    /// <summary>Changes with every <paramref name="version"/> of the item; stands in <c>changeKey</c> and in the etag.</summary>
    public string ChangeKey(UInt128 key, long version)
    {
        Span<byte> bytes = stackalloc byte[30];
        ReadOnlySpan<byte> header = [0x09, 0x00, 0x00, 0x00, 0x16, 0x00, 0x00, 0x00];
        header.CopyTo(bytes);
        _mailbox.AsSpan(0, 14).CopyTo(bytes[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[22..], (uint)version);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[26..], (uint)key);
        return Convert.ToBase64String(bytes);
    }

    public bool TryRead(string id, out WireId read)
    {
        read = default;
        Span<byte> bytes = stackalloc byte[OrdinaryLength];
        if (!id.EndsWith('=')
            || Base64Url.DecodeFromChars(id.AsSpan(0, id.Length - 1), bytes, out _, out var length) != OperationStatus.Done
            || length is not (OrdinaryLength or ImmutableLength))
        {
            return false;
        }

        var tail = bytes[(length - 20)..length];
        var key = BinaryPrimitives.ReadUInt128BigEndian(tail);
        var occurrence = BinaryPrimitives.ReadInt32BigEndian(tail[16..]);
        if (length == OrdinaryLength)
        {
            var kind = (WireKind)bytes[84];
            var folder = BinaryPrimitives.ReadUInt64BigEndian(bytes[85..]);
            read = new WireId(kind, key, folder, occurrence);
            return id == Ordinary(kind, folder, key, occurrence);
        }

        var immutableKind = (WireKind)bytes[59];
        read = new WireId(immutableKind, key, null, occurrence);
        return id == Immutable(immutableKind, key, occurrence);
    }

    private string Ordinary(WireKind kind, ulong folder, UInt128 key, int occurrence)
    {
        Span<byte> bytes = stackalloc byte[OrdinaryLength];
        ReadOnlySpan<byte> header = kind == WireKind.Folder ? [0x01, 0x03, 0x24, 0x00] : [0x00, 0x03, 0x24, 0x00];
        header.CopyTo(bytes);
        _guid.CopyTo(bytes[4..]);
        _mailbox.AsSpan(16, FilledBytes).CopyTo(bytes[40..]);
        bytes[84] = (byte)kind;
        BinaryPrimitives.WriteUInt64BigEndian(bytes[85..], folder);
        WriteTail(bytes[93..], key, occurrence);
        return string.Concat(Base64Url.EncodeToString(bytes), "=");
    }

    private string Immutable(WireKind kind, UInt128 key, int occurrence)
    {
        Span<byte> bytes = stackalloc byte[ImmutableLength];
        ImmutableHeader.CopyTo(bytes);
        _mailbox.AsSpan(0, MailboxBytes).CopyTo(bytes[ImmutableHeader.Length..]);
        bytes[59] = (byte)kind;
        WriteTail(bytes[60..], key, occurrence);
        return string.Concat(Base64Url.EncodeToString(bytes), "=");
    }

    private static void WriteTail(Span<byte> tail, UInt128 key, int occurrence)
    {
        BinaryPrimitives.WriteUInt128BigEndian(tail, key);
        BinaryPrimitives.WriteInt32BigEndian(tail[16..], occurrence);
    }
}
